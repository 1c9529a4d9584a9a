import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderContract } from '../../../documents/contract';
import { cnBusinessV1 } from '../../../documents/templates/cn-business-v1';
import { checkPages, ensurePyHanko, type PageCheck } from '../../support/pyhanko';
import { sampleContract } from './sample-contract';

describe('contract as another reader draws it', () => {
  let folder: string;
  let pages: PageCheck[];
  let text: string;

  beforeAll(async () => {
    await ensurePyHanko();
    folder = await mkdtemp(join(tmpdir(), 'contract-'));
    const input = sampleContract(36);
    pages = await draw({ ...input, borrower: { ...input.borrower, name: '龘㛃' } });
    text = pages
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, '');
  }, 240_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function draw(input: ReturnType<typeof sampleContract>): Promise<PageCheck[]> {
    const path = join(folder, `${input.template.code}.pdf`);
    await writeFile(path, await renderContract(input));
    return checkPages(path);
  }

  it('leaves ink for every character on every page', () => {
    expect(pages.length).toBeGreaterThanOrEqual(5);
    for (const page of pages) {
      expect(page.characters).toBeGreaterThan(100);
      expect(page.blankCharacters).toBe(0);
    }
  });

  it('prints rare characters of a name that the template does not hold', () => {
    expect(text).toContain('龘㛃');
  });

  it('numbers each page of all pages', () => {
    pages.forEach((page, i) => {
      expect(page.text.replace(/\s/g, '')).toContain(`第${i + 1}页/共${pages.length}页`);
    });
  });

  it.each([
    ['the amount in figures', '¥100,000.00'],
    ['the amount in words', '人民币壹拾万元整'],
    ['the annualised cost with its basis', '年化综合融资成本（单利口径）'],
    ['the masked identity number only', '110101********0011'],
    ['default interest', '按年利率18.00%（合同利率上浮50%）计收罚息'],
    ['what the money may not be used for', '不得用于股票、债券、期货'],
    ['the notice before bad information is reported', '首次报送不良信息前'],
    ['the consent to sign electronically', '一次性验证码'],
    ['the last instalment', '362029-03-15'],
    ['the template and its version', 'cn-consumer1版'],
  ])('states %s', (_, expected) => {
    expect(text).toContain(expected);
  });

  it('draws the business contract as well', async () => {
    const input = sampleContract(12);
    const business = await draw({
      ...input,
      template: cnBusinessV1,
      borrower: {
        ...input.borrower,
        name: '上海示例机械有限公司',
        idKind: 'credit_code',
        maskedId: '911101********082Q',
        legalRepresentative: '李*',
      },
    });
    const body = business
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, '');
    expect(business.every((page) => page.blankCharacters === 0)).toBe(true);
    expect(body).toContain('法定代表人李*');
    expect(body).toContain('不得化整为零规避受托支付');
  });
});

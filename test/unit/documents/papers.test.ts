import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawSealFace } from '../../../documents/seal-face';
import { developmentSeal } from '../../../providers/esign/development-authority';
import { type Sealer, sealer } from '../../../providers/esign/sealer';
import { verifySeal } from '../../../providers/esign/verify-seal';
import { checkPages, ensurePyHanko } from '../../support/pyhanko';
import { samplePapers } from './sample-papers';

const LENDER = '流贷示范消费金融有限公司';
type PaperName = keyof typeof samplePapers;
const EXPECTED: Record<PaperName, string[]> = {
  certificate: ['贷款结清证明', '人民币壹拾万元整（¥100,000.00）', '双方债权债务关系终止', '2027年3月16日'],
  statement: ['借款账户对账单', '2026-03-15—2026-12-31', '期末应还¥26,306.27', '61,000.00', '未加盖印章'],
  certificate_in_dollars: ['美元壹拾万元整（US$100,000.00）', '已还利息US$6,618.53'],
  statement_in_dollars: [
    '期末应还US$26,306.27',
    '下期应还US$8,884.88',
    '应收（美元）',
    '结余（美元）',
    '61,000.00',
  ],
  demand: ['逾期借款催收函', '已逾期29天', '人民币玖仟零壹拾壹元壹角柒分（¥9,011.17）', '协商还款安排'],
  demand_in_dollars: ['美元玖仟零壹拾壹元壹角柒分（US$9,011.17）', '逾期本金US$8,709.81'],
};

describe('papers', () => {
  let folder: string;
  let lender: Sealer;

  beforeAll(async () => {
    await ensurePyHanko();
    folder = await mkdtemp(join(tmpdir(), 'papers-'));
    const development = await developmentSeal(folder, LENDER, new Date());
    lender = sealer({ ...development, reason: '出具证明', location: '上海', face: drawSealFace(LENDER) });
  }, 240_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe.each(Object.keys(EXPECTED) as PaperName[])('%s', (name) => {
    const underSeal = !name.startsWith('statement');
    it(`says what it must, with ink for every character${underSeal ? ', under the seal' : ''}`, async () => {
      const paper = await samplePapers[name]();
      const sealed = underSeal ? await lender.seal(paper, { sealedAt: '2027-03-16T02:00:01.000Z' }) : paper;
      const path = join(folder, `${name}.pdf`);
      await writeFile(path, sealed);
      const pages = await checkPages(path);
      const text = pages
        .map((page) => page.text)
        .join('')
        .replace(/\s/g, '');
      for (const words of EXPECTED[name]) expect(text).toContain(words);
      if (name.endsWith('_in_dollars')) expect(text).not.toMatch(/[¥￥]|人民币|（元）/);
      expect(pages.every((page) => page.blankCharacters === 0)).toBe(true);
      if (!underSeal) return;
      expect(pages[pages.length - 1]!.redShare).toBeGreaterThan(0.002);
      expect(verifySeal(sealed, [])).toMatchObject({ ok: true, signer: LENDER });
    });

    it('is the same for the same facts', async () => {
      const hash = (pdf: Buffer) => createHash('sha256').update(pdf).digest('hex');
      expect(hash(await samplePapers[name]())).toBe(hash(await samplePapers[name]()));
    });
  });
});

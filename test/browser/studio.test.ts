import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { Application } from '../../contracts/http/applications';
import { Decision } from '../../contracts/http/decisions';
import { PolicyDetail } from '../../contracts/http/policies';
import { ApiUser } from '../../demo/client';
import { sampleDocument } from '../../demo/sample-document';
import { person } from '../../sandbox/people/people';
import { type Stack, startStack } from '../../stack/stack';
import { broken } from './support/axe';
import { launchBrowser } from './support/browser';
import { tokenOf, visitor } from './support/visitor';

const folder = mkdtempSync(join(tmpdir(), 'loanflow-studio-'));
const Texts = z.object({
  data: z.array(z.object({ code: z.string(), version: z.int(), hashes: z.object({ zh: z.string() }) })),
});
const Policies = z.object({
  data: z.array(z.object({ code: z.string(), versions: z.array(z.object({ id: z.string() })) })),
});
let stack: Stack;
let browser: Browser;
let base: string;
let risk: ApiUser;

beforeAll(async () => {
  stack = await startStack({ dataDir: folder, ports: 'free', progress: () => undefined });
  base = stack.urls.api;
  browser = await launchBrowser();
  risk = new ApiUser(base, await tokenOf(base, 'risk_manager', 'risk1'));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

/** Somebody of the same standing as all others here applies; what the machine decided. */
async function decisionFor(n: number) {
  const { name, idNo, phone, cardNo } = person({ n, scenario: 'prime' });
  const user = new ApiUser(base, await tokenOf(base, 'applicant', `studio-${n}`));
  const texts = await user.get('/v1/products/consumer_instalment/consent-texts', (answer) =>
    Texts.parse(answer),
  );
  const made = await user.post(
    '/v1/applications',
    {
      ...{
        productCode: 'consumer_instalment',
        amountMinor: '3000000',
        termMonths: 12,
        purpose: 'renovation',
      },
      customer: { kind: 'person', name, idNo, phone },
      payoutAccount: { cardNo, holderName: name },
      declared: {
        ...{ kind: 'person', employment: 'employed', jobMonths: 80, monthlyIncomeMinor: '3000000' },
        ...{
          monthlyDebtMinor: '0',
          education: 'bachelor',
          housing: 'own',
          marital: 'married',
          dependants: 0,
        },
        residenceProvince: '11',
      },
      documents: await Promise.all(
        ['id_card_front', 'id_card_back'].map((kind) => sampleDocument(kind, { name, idNo })),
      ),
      consents: texts.data.map(({ code, version, hashes }) => ({ code, version, textHash: hashes.zh })),
    },
    (answer) => Application.parse(answer),
  );
  return decided(made.id);
}

async function decided(applicationId: string) {
  for (let tries = 0; tries < 120; tries++) {
    const found = await risk
      .get(`/v1/applications/${applicationId}/decision`, (answer) => Decision.parse(answer))
      .catch(() => undefined);
    if (found !== undefined) return found;
    await pause(250);
  }
  throw new Error('nothing was decided');
}

const priceVersion = (decision: z.output<typeof Decision>) =>
  decision.policies.find(({ kind }) => kind === 'price_table')?.version;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const confirm = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s?认/ })
    .click();

describe('the product and policy studio', () => {
  it('changes a price by two people, and the next application feels it', async () => {
    const before = await decisionFor(501);
    expect(priceVersion(before)).toBe(1);
    const row = before.rules.find(({ policy }) => policy.startsWith('price_table/'))?.row ?? '';
    const former = before.terms?.rateBps ?? 0;
    expect(former).toBeGreaterThan(0);
    const wanted = former - 150;

    const maker = await visitor(browser, base, { role: 'risk_manager', user: 'risk1' });
    const { page } = maker;
    await page.goto(`${base}/studio?kind=price_table`);
    await press(page, '消费分期定价');
    await page.waitForURL('**/studio/pol_*');
    await press(page, '起草新版本');
    await page.getByText('草稿').first().waitFor();
    const names = await page.getByLabel(/第 \d+ 行 名称/).all();
    const values = await Promise.all(names.map((one) => one.inputValue()));
    const at = values.indexOf(row) + 1;
    expect(at).toBeGreaterThan(0);
    await page.getByLabel(`第 ${at} 行 年利率`).fill((wanted / 100).toFixed(2));
    await press(page, '保存草稿');
    await page.getByText('草稿已保存').waitFor();
    await page.getByRole('tab', { name: '差异' }).click();
    await page.getByText('1 处不同').waitFor();
    await page.getByRole('cell', { name: `${(former / 100).toFixed(2)}%`, exact: true }).waitFor();
    await page.getByRole('cell', { name: `${(wanted / 100).toFixed(2)}%`, exact: true }).waitFor();
    await page.getByRole('tab', { name: '试算' }).click();
    await page
      .getByRole('tabpanel', { name: '试算' })
      .getByRole('button', { name: /试\s?算/ })
      .click();
    await page.getByText(/结果(不|相)同/).waitFor();
    expect(await broken(page)).toEqual([]);
    await press(page, '提交复核');
    await confirm(page);
    await page.getByText('待复核').first().waitFor();
    await page.getByRole('button', { name: /批\s?准/ }).waitFor();
    expect(await page.getByRole('button', { name: /批\s?准/ }).isDisabled()).toBe(true);
    const draftPage = page.url();

    const checker = await visitor(browser, base, { role: 'risk_manager', user: 'risk2' });
    await checker.page.goto(draftPage.replace(/\?.*/, ''));
    await checker.page.getByText('1 处不同').waitFor();
    expect(await broken(checker.page)).toEqual([]);
    await checker.page.getByRole('button', { name: /批\s?准/ }).click();
    await confirm(checker.page);
    await checker.page.getByText('已复核待发布').first().waitFor();
    await checker.page.getByRole('button', { name: /发\s?布/ }).click();
    await confirm(checker.page);
    await checker.page.getByText('现行').first().waitFor();
    await checker.page.getByRole('tab', { name: '经过' }).click();
    await checker.page.getByText('提交复核').first().waitFor();
    expect([...maker.faults, ...checker.faults]).toEqual([]);
    await Promise.all([page.context().close(), checker.page.context().close()]);

    // Sets of policies are shared by the steps of a worker for two seconds.
    await pause(2_100);
    const after = await decisionFor(502);
    expect(after.grade).toBe(before.grade);
    expect(after.terms?.rateBps).toBe(wanted);
    expect(priceVersion(after)).toBe(2);
    const kept = await decided(before.applicationId);
    expect([kept.terms?.rateBps, priceVersion(kept)]).toEqual([former, 1]);
  }, 180_000);

  it('points at what keeps a draft from being handed in', async () => {
    const { page } = await visitor(browser, base, { role: 'risk_manager', user: 'risk1', language: 'en' });
    await page.goto(`${base}/studio?kind=price_table`);
    await press(page, 'Small instant prices');
    await press(page, 'Draft a new version');
    await page.getByLabel('Row 1 Annual rate').fill('36');
    await press(page, 'Duplicate 1');
    await press(page, 'Save draft');
    await page.getByText('to correct before it can be handed in').waitFor();
    await page.getByText('above the cap of 24% (simple)').first().waitFor();
    await page.getByText('is hidden by the rows above it').waitFor();
    await press(page, 'Hand in');
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('POLICY_NOT_SOUND').waitFor();

    await page.goto(`${base}/studio?kind=product`);
    await press(page, 'Car loan');
    await press(page, 'Draft a new version');
    const choose = async (what: string, option: string) => {
      await page.getByRole('combobox', { name: what, exact: true }).fill(option);
      await page.locator('.ant-select-item-option-active', { hasText: option }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    };
    await choose('Methods', 'Balloon');
    await press(page, 'Save draft');
    const incomplete = page.getByText('A method that is offered still needs its figure');
    await incomplete.first().waitFor();
    await page.getByLabel('Balloon at maturity').fill('30');
    await press(page, 'Save draft');
    await incomplete.first().waitFor({ state: 'detached' });

    await choose('Methods', 'Custom table');
    await page.getByRole('button', { name: /Add Table$/ }).click();
    const shares = page.getByLabel('Table 1 Share of each row (%)');
    await shares.fill('50, thirty');
    await shares.fill('50, 30');
    await page.getByText('2 rows, 80% in all').waitFor();
    await page.getByLabel('Down payment with the payout').fill('20');
    await page.getByRole('button', { name: /Add Fee$/ }).click();
    await page.getByRole('combobox', { name: 'Fee 1 Taken' }).click();
    await page.getByTitle('Kept back from the payout (not in CNY)').click();
    await press(page, 'Save draft');
    const unfit = page.getByText('The table of 6 months needs 6 rows that sum to 100 %, the last above 0');
    await unfit.first().waitFor();
    await page.getByText('Nothing may be withheld from a payout in CNY').first().waitFor();
    await shares.fill('12.5, 12.5, 0, 0, 25, 50');
    await page.getByText('6 rows, 100% in all').waitFor();
    await press(page, 'Save draft');
    await unfit.first().waitFor({ state: 'detached' });
    const id = new URL(page.url()).pathname.split('/').pop();
    const { content } = await risk.get(`/v1/policies/${id}`, (answer) => PolicyDetail.parse(answer));
    expect(content?.form).toMatchObject({
      repayment: {
        methods: ['equal-principal', 'equal-instalment', 'balloon', 'custom'],
        ...{ balloonPercent: 30, downPaymentPercent: 20 },
        customTables: [{ termMonths: 6, sharesPpm: [125_000, 125_000, 0, 0, 250_000, 500_000] }],
      },
      fees: [{ when: 'upfront', taken: 'withheld' }],
    });
    await page.context().close();
  });

  it('is refused to those who neither change, judge nor audit policy', async () => {
    for (const role of ['officer', 'collector']) {
      const { page } = await visitor(browser, base, { role });
      await page.goto(`${base}/studio`);
      await page.getByText('FORBIDDEN').first().waitFor();
      expect(await page.getByRole('menuitem', { name: '产品与政策' }).count()).toBe(0);
      await page.context().close();
    }
    const auditor = await visitor(browser, base, { role: 'auditor' });
    await auditor.page.goto(`${base}/studio`);
    await auditor.page.getByRole('button', { name: '消费分期定价' }).waitFor();
    expect(await auditor.page.getByRole('button', { name: '以现有政策为模板新建' }).count()).toBe(0);
    await auditor.page.context().close();
  });

  it('is readable for everybody: every form, both languages and themes, on a phone', async () => {
    const listed = await risk.get('/v1/policies', (answer) => Policies.parse(answer));
    const codes = [
      ...['consumer_instalment', 'price_car', 'person', 'company', 'entry_person', 'authority_person'],
      ...['limits_person', 'documents_consumer', 'licensed_lender', 'consumer_penalty', 'cn', 'house'],
    ];
    for (const [at, code] of codes.entries()) {
      const id = listed.data.find((one) => one.code === code)?.versions[0]?.id;
      const made = await risk.post('/v1/policies', { kind: kindOf(code), code }, (answer) =>
        z.object({ id: z.string() }).parse(answer),
      );
      // Read on a phone and written at a desk take turns, so that every form is seen once and both ways of looking often.
      const phone = at % 2 === 0;
      const shade = at % 4 < 2 ? ('dark' as const) : ('light' as const);
      const { page, faults } = await visitor(browser, base, {
        role: 'risk_manager',
        shade,
        ...(phone ? { width: 375 } : { language: 'en' as const }),
      });
      await page.goto(`${base}/studio/${phone ? id : made.id}`, { waitUntil: 'networkidle' });
      expect({ code, broken: await broken(page) }).toEqual({ code, broken: [] });
      expect(faults).toEqual([]);
      if (phone) expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
      await page.context().close();
    }
    for (const width of [375, 1280]) {
      const { page } = await visitor(browser, base, { role: 'administrator', width, shade: 'dark' });
      await page.goto(`${base}/studio`, { waitUntil: 'networkidle' });
      expect(await broken(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  }, 240_000);
});

const KINDS: Readonly<Record<string, string>> = {
  consumer_instalment: 'product',
  price_car: 'price_table',
  person: 'scorecard',
  company: 'scorecard',
  entry_person: 'entry_rules',
  authority_person: 'authority',
  limits_person: 'limits',
  documents_consumer: 'checklist',
  licensed_lender: 'rate_cap',
  consumer_penalty: 'penalty',
  cn: 'calendar',
  house: 'exchange_rates',
};
const kindOf = (code: string) => KINDS[code] ?? '';

import { z } from 'zod';
import { PolicyVersion } from '../../contracts/http/policies';
import { publishedPolicy } from '../../db/repositories/policy';
import { someone } from '../../demo/cast/people';
import { consumer } from '../../demo/cast/requests';
import { ApiUser } from '../../demo/client';
import { publishNext } from '../support/publish-policy';
import { wrongWith } from './support/appearance';
import { type ConsoleStack, openConsole, reached } from './support/console-stack';
import { signByApi } from './support/sign-on-phone';
import { tokenOf, visitor } from './support/visitor';

jest.setTimeout(120_000);

const ON = '2026-01-02';
const Policies = z.object({
  data: z.array(z.object({ kind: z.string(), code: z.string(), versions: z.array(PolicyVersion) })),
});
let here: ConsoleStack;

/** Goal: a loan in yen, which has no smaller unit, is in yen wherever its amounts are typed or said without a loan of its own. */
beforeAll(async () => {
  here = await openConsole();
  const url = here.stack.database.appUrl;
  await publishNext(url, { on: ON, kind: 'authority', code: 'authority_yen' }, async (db) => {
    const found = await publishedPolicy(db, 'authority', 'authority_person', ON);
    if (found === null) throw new Error('no authority');
    return found.body;
  });
  // One has an authority of its own; the other goes by that of the loans in yuan, whose amounts then have no one currency.
  for (const [code, zh, authority] of [
    ['yen', '日元贷', 'authority_yen'],
    ['yen_too', '日元贷二', 'authority_person'],
  ] as const)
    await publishNext(url, { on: ON, kind: 'product', code }, async (db) => {
      const found = await publishedPolicy(db, 'product', 'consumer_instalment', ON);
      if (found === null) throw new Error('no consumer loan');
      const { body } = found;
      const policies = { ...body.policies, authority };
      return { ...body, code, policies, currency: 'JPY', names: { zh, en: code } };
    });
}, 180_000);

afterAll(() => here?.close(), 30_000);

it("says a partner's offer in its currency, and takes it over into the application", async () => {
  const { page } = await visitor(here.browser, here.base, { role: 'administrator' });
  await page.goto(`${here.base}/scenes`);
  await page.getByLabel('合作方').click();
  await page.getByTitle('车商演示').click();
  await page.getByLabel('场景名称').fill('东京店');
  expect(await page.getByLabel('默认金额').isDisabled()).toBe(true);
  await page.getByLabel('产品').click();
  await page.getByTitle('日元贷', { exact: true }).click();
  await page.getByLabel('默认金额').fill('300000');
  await page.getByRole('button', { name: '生成链接' }).click();
  await page.getByText('JPY 300,000', { exact: true }).waitFor();
  const link = await page.getByText('/p/').first().textContent();

  const { page: own } = await visitor(here.browser, here.base, { role: 'applicant', user: 'yen' });
  await own.goto(link ?? '');
  await own.getByText('JPY 300,000', { exact: true }).waitFor();
  await own.getByRole('button', { name: '开始申请' }).click();
  await own.waitForURL('**/my/apply/yen?**');
  expect(await own.getByLabel('金额', { exact: true }).inputValue()).toBe('300000');
  const income = own.locator('.ant-form-item', { hasText: '月收入' });
  expect(await income.textContent()).toContain('JPY');
  await own.getByLabel('月收入').fill('1234.5');
  await own.getByLabel('月还款').click();
  expect(await own.getByLabel('月收入').inputValue()).not.toContain('.');
});

it('says the amounts of a policy in the currency of the products that go by it', async () => {
  const token = await tokenOf(here.base, 'risk_manager', 'risk1');
  const { page } = await visitor(here.browser, here.base, { role: 'risk_manager', token });
  const { data } = await new ApiUser(here.base, token).get('/v1/policies', (one) => Policies.parse(one));
  const said = async (code: string) => {
    const id = data.find((one) => one.kind === 'authority' && one.code === code)?.versions[0]?.id;
    await page.goto(`${here.base}/studio/${id}?tab=content`);
    await page.getByRole('columnheader', { name: '申请金额' }).first().waitFor();
    const row = page.getByRole('row').filter({ hasText: 'auto-b' });
    return (await row.textContent()) ?? '';
  };
  expect(await said('authority_yen')).toContain('JPY 5,000,000');
  const mixed = await said('authority_person');
  expect(mixed).toContain('50,000');
  expect(mixed).not.toMatch(/[¥]|JPY|CNY/);
});

describe('a lender of yuan and of yen', () => {
  let yen: string;
  let clock: string;

  beforeAll(async () => {
    clock = here.world.clockId;
    const lent = async (n: number, productCode: string) => {
      const borrower = await here.applied(someone('prime')(n), { ...consumer, productCode }, 'OFFER');
      await signByApi(borrower);
      await reached(borrower, 'REPAYING');
      return borrower.loanId();
    };
    [yen] = await Promise.all([lent(651, 'yen'), lent(652, 'consumer_instalment')]);
  }, 120_000);

  it('reads the books of each, and keeps what the next tab knows too', async () => {
    const { page, faults } = await visitor(here.browser, here.base, { role: 'auditor', language: 'en' });
    await page.goto(`${here.base}/operations?tab=books&clock=${clock}&asOf=2027-01-01`);
    await page.getByText('Balanced: ¥30,000.00 = ¥30,000.00').waitFor();
    await page.getByLabel('Currency').selectOption('JPY');
    await page.getByText('Balanced: JPY 3,000,000 = JPY 3,000,000').waitFor();
    await page.getByRole('row', { name: /130301 .* JPY 3,000,000 JPY 0 JPY 3,000,000/ }).waitFor();
    await page.setViewportSize({ width: 375, height: 812 });
    expect(await wrongWith(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('tab', { name: 'Ledger proof' }).click();
    await page.getByRole('row', { name: /130301 .* JPY 3,000,000 JPY 3,000,000 JPY 0/ }).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      ...{ tab: 'proof', clock, currency: 'JPY' },
    });
    await page.goto(
      `${here.base}/operations?tab=entries&clock=${clock}&currency=JPY&from=2026-01-01&to=2027-01-01`,
    );
    const paidOut = page.getByRole('row').filter({ hasText: '−JPY 3,000,000' });
    await paidOut.waitFor();
    expect(await page.getByText('30,000.00').count()).toBe(0);
    await page.getByLabel('Currency').selectOption('');
    await page.getByRole('row').filter({ hasText: '−¥30,000.00' }).waitFor();
    await paidOut.waitFor();
    await page.goto(`${here.base}/loans/${yen}?tab=journal`);
    await page.getByRole('row', { name: /130301 Loan.* JPY 3,000,000/ }).waitFor();
    await page.goto(`${here.base}/operations?tab=search&action=payout.intended`);
    const recorded = page.locator('.audit-data');
    await recorded.first().waitFor();
    await recorded.getByText('JPY 3,000,000').waitFor();
    await recorded.getByText('¥30,000.00').waitFor();
    expect(faults).toEqual([]);
  });

  it('sees the figures of each on the dashboard, and the loans that they count', async () => {
    const { page } = await visitor(here.browser, here.base, { role: 'risk_manager', language: 'en' });
    const figure = (name: string) =>
      page.locator(`.figure:has(.figure-name:text-is("${name}")) .figure-value`).last();
    await page.goto(`${here.base}/dashboard?clock=${clock}`);
    await figure('Principal').getByText('¥30,000.00').waitFor();
    await page.getByLabel('Currency').selectOption('JPY');
    await figure('Principal').getByText('JPY 3,000,000').waitFor();
    await figure('Paid-out amount').getByText('JPY 3,000,000').waitFor();
    const paid = page.locator('.ant-card', { hasText: 'Does more come in than goes out?' });
    await paid.locator('summary').click();
    await paid.getByRole('cell', { name: 'JPY 3,000,000' }).waitFor();
    expect(await page.getByText('30,000.00').count()).toBe(0);
    expect(await wrongWith(page)).toEqual([]);
    await figure('Paid out').click();
    const rows = (prefix: string) => page.getByRole('row').filter({ hasText: `${prefix}·` });
    await rows('app').first().waitFor();
    expect(await rows('app').allTextContents()).toEqual([expect.stringContaining('JPY 3,000,000')]);
    await page.goBack();
    await figure('Loans').click();
    await page.getByText('Currency is JPY').waitFor();
    await rows('loan').first().waitFor();
    expect(await rows('loan').allTextContents()).toEqual([expect.stringContaining('JPY 3,000,000')]);
  });

  it('takes and says amounts of a condition in the currency that the list is narrowed to', async () => {
    const { page } = await visitor(here.browser, here.base, { role: 'officer', language: 'en' });
    const ofPrincipal = async () => {
      await page.getByRole('button', { name: 'Add condition' }).click();
      await page.getByRole('combobox', { name: 'Field' }).click();
      await page
        .locator('.ant-select-item-option')
        .filter({ hasText: /^Principal$/ })
        .click();
    };
    await page.goto(`${here.base}/loans?where=currency.is.JPY`);
    await ofPrincipal();
    await page.getByRole('spinbutton', { name: 'Value' }).fill('1000000');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Principal at least JPY 1,000,000').waitFor();
    await page.goto(`${here.base}/loans?where=principal.min.1000000`);
    await page.getByText('Principal at least 10,000.00').waitFor();
    await ofPrincipal();
    await page.getByText('1.00 here is JPY 100').waitFor();
    expect(await wrongWith(page)).toEqual([]);
  });
});

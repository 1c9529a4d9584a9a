import { z } from 'zod';
import { PolicyVersion } from '../../contracts/http/policies';
import { publishedPolicy } from '../../db/repositories/policy';
import { ApiUser } from '../../demo/client';
import { publishNext } from '../support/publish-policy';
import { type ConsoleStack, openConsole } from './support/console-stack';
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

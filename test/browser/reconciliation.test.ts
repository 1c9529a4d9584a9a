import type { Page } from 'playwright-core';
import { someone } from '../../demo/cast/people';
import { consumer } from '../../demo/cast/requests';
import { shanghai } from '../../demo/time';
import { broken } from './support/axe';
import { type ConsoleStack, openConsole, reached } from './support/console-stack';
import { signOnPhone } from './support/sign-on-phone';
import { type Visit, visitor } from './support/visitor';

const PAID_ON = '2026-03-02';
let here: ConsoleStack;
let loan: string;
let paidOut: { bankRef: string; amountMinor: string };

/** What the sandbox's bank is to get wrong in its statement. */
async function plant(flaw: Record<string, string>): Promise<void> {
  const answer = await fetch(`${here.stack.urls.sandbox}/control/statement-differences`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-test-clock': here.world.clockId },
    body: JSON.stringify({ statementOn: PAID_ON, ...flaw }),
  });
  expect(answer.status).toBe(201);
}

beforeAll(async () => {
  here = await openConsole({ CLOSE_TEST_CLOCKS: 'on' });
  const borrower = await here.applied(someone('prime')(631), consumer, 'OFFER');
  const phone = await visitor(here.browser, here.base, {
    ...{ role: 'applicant', user: 'browser-631', language: 'en', width: 375 },
  });
  await phone.page.goto(`${here.base}/my/applications/${borrower.id}`);
  await signOnPhone(borrower, phone.page);
  await phone.page.context().close();
  await reached(borrower, 'REPAYING');
  loan = await borrower.loanId();
  const [payout] = (await here.world.sandbox.books()).entries.filter(({ kind }) => kind === 'payout');
  if (payout === undefined) throw new Error('the bank paid nothing out');
  paidOut = payout;
  const less = String(BigInt(payout.amountMinor) - 100n);
  await plant({ kind: 'amount', bankRef: payout.bankRef, amountMinor: less });
  await plant({ kind: 'extra', bankRef: 'BT-STRANGER', amountMinor: '77700' });
  await here.world.advance(shanghai('2026-03-04 12:00'));
}, 240_000);
afterAll(() => here?.close(), 30_000);

const visit = async (who: Visit, more = ''): Promise<Page> => {
  const { page } = await visitor(here.browser, here.base, { language: 'en', ...who });
  await page.goto(`${here.base}/operations?tab=reconciliation&clock=${here.world.clockId}${more}`);
  return page;
};

describe('the portfolio of a closed date', () => {
  it('counts the loan by bucket, class and stage, leads to it, and shows its standing there', async () => {
    const { page } = await visitor(here.browser, here.base, { role: 'risk_manager', language: 'en' });
    await page.goto(`${here.base}/portfolio?clock=${here.world.clockId}`);
    await page.getByText('Closed on Mar 3, 2026').waitFor();
    for (const row of [/^M0 1 100\.00%/, /^Normal 1 100\.00%/, /^Stage 1 .* 1 100\.00%/])
      await page.getByRole('row', { name: row }).waitFor();
    await page.getByText('No two month ends are closed').waitFor();
    await page.getByRole('row', { name: /^M0/ }).getByRole('link', { name: '1', exact: true }).click();
    await page.waitForURL(/\/loans\?.*bucket\.is\.M0/);
    await page.locator(`main tr[data-row-key="${loan}"]`).click();
    await page.waitForURL(new RegExp(`/loans/${loan}`));
    const standing = page.locator('.ant-card', { hasText: 'Standing at close of business' });
    await standing.getByText('Stage 1 (losses of 12 months)').waitFor();
    await standing.getByText('The first month end is still to come.').waitFor();
    await page.goto(`${here.base}/portfolio?clock=${here.world.clockId}&asOf=2026-03-02`);
    await page.getByText('Numbers of a past date lead to no list').waitFor();
    expect(await page.getByRole('row', { name: /^M0/ }).getByRole('link').count()).toBe(0);
    await page.context().close();
  });
});

describe('the bank reconciliation', () => {
  it('lists the statement day and its differences by kind, both sides beside each other', async () => {
    const page = await visit({ role: 'operator' });
    const day = page.getByRole('row', { name: /Mar 2, 2026.*Unsettled 2 \/ 2/ });
    await day.waitFor();
    await page.getByRole('region', { name: 'Amounts differ' }).getByText('1 to settle').waitFor();
    await page.getByRole('region', { name: 'Bank has it, we do not' }).getByText('¥777.00').first().waitFor();
    expect(await broken(page)).toEqual([]);
    await page.getByRole('button', { name: 'Amounts differ · 1' }).click();
    await page.getByRole('row', { name: /Bank has it/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Settle', exact: true }).click();
    const drawer = page.getByRole('dialog');
    const amounts = drawer.getByRole('row', { name: /^Amount/ }).locator('.differs');
    await amounts.first().waitFor();
    expect(await amounts.count()).toBe(2);
    expect(
      await drawer
        .getByRole('row', { name: /^Order number/ })
        .locator('.differs')
        .count(),
    ).toBe(0);
    expect(await drawer.getByRole('row', { name: /^Bank's reference/ }).textContent()).toContain(
      paidOut.bankRef,
    );
    expect(await drawer.getByRole('link', { name: 'Open this loan' }).getAttribute('href')).toBe(
      `/loans/${loan}`,
    );
    expect(await broken(page)).toEqual([]);
    await page.context().close();
  });

  it('takes one person with a reason, who is told that nothing is posted, and another who reads it', async () => {
    const first = await visit({ role: 'operator' }, '&kind=amount-differs');
    await first.getByRole('button', { name: 'Settle', exact: true }).click();
    const drawer = first.getByRole('dialog');
    await drawer.getByText('Nothing will be posted').waitFor();
    const record = drawer.getByRole('button', { name: 'Record the reason' });
    expect(await record.isDisabled()).toBe(true);
    await drawer.getByText('Choose a reason').waitFor();
    await drawer.getByLabel('Reason (required)').selectOption({ label: "Bank's error" });
    await drawer.getByLabel('Comment (required)').fill('The bank sends a corrected statement.');
    await record.click();
    await first.getByText('No difference fits').waitFor();
    await first.goto(
      `${here.base}/operations?tab=reconciliation&clock=${here.world.clockId}&status=resolved`,
    );
    await first.getByRole('button', { name: 'Read', exact: true }).click();
    await first.getByText('another person must').waitFor();
    expect(await first.getByRole('button', { name: 'Agree' }).count()).toBe(0);
    await first.context().close();

    const second = await visit({ role: 'risk_manager', width: 375 }, '&status=resolved');
    await second.getByRole('button', { name: 'Read', exact: true }).click();
    await second.getByText('The bank sends a corrected statement.').waitFor();
    expect(await broken(second)).toEqual([]);
    await second.getByLabel('Comment (required)').fill('Seen in the letter of the bank.');
    await second.getByRole('button', { name: 'Agree' }).click();
    await second.getByText('No difference fits').waitFor();
    await second.context().close();

    const third = await visit({ role: 'auditor', language: 'zh-CN' }, '&status=confirmed');
    await third.getByRole('button', { name: /^打\s?开$/ }).click();
    const told = third.getByRole('dialog');
    await told.getByText('银行差错').waitFor();
    await told.getByText('Seen in the letter of the bank.').waitFor();
    await third.context().close();
  });

  it('offers an auditor nothing to do, and an officer nothing to see', async () => {
    const auditor = await visit({ role: 'auditor' });
    await auditor.getByRole('button', { name: 'Settle', exact: true }).first().click();
    await auditor.getByText('Your role may not settle differences').waitFor();
    await auditor.context().close();
    const officer = await visit({ role: 'officer' });
    await officer.getByText('Your role may not see this page').waitFor();
    await officer.context().close();
  });
});

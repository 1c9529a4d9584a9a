import { readFileSync } from 'node:fs';
import { Workbook } from 'exceljs';
import type { Page } from 'playwright-core';
import type { Borrower } from '../../demo/borrower';
import { someone } from '../../demo/cast/people';
import { consumer } from '../../demo/cast/requests';
import { COLLECTOR, type Member, OFFICER, SENIOR } from '../../demo/story';
import { shanghai } from '../../demo/time';
import { broken } from './support/axe';
import { type ConsoleStack, openConsole, reached } from './support/console-stack';
import { signOnPhone } from './support/sign-on-phone';
import { tokenOf, type Visit, visitor } from './support/visitor';

let here: ConsoleStack;
let borrower: Borrower;
const AMOUNT = '150,000.00';

beforeAll(async () => {
  here = await openConsole();
  const documents = [...consumer.documents, 'income_proof', 'bank_statement'];
  borrower = await here.applied(
    someone('prime')(601),
    { ...consumer, amountMinor: '15000000', documents },
    'APPROVAL',
  );
}, 120_000);
afterAll(() => here?.close(), 30_000);

const visit = async (who: Visit, path: string): Promise<Page> => {
  const { page } = await visitor(here.browser, here.base, { language: 'en', ...who });
  await page.goto(`${here.base}${path}`);
  return page;
};
const approve = async (member: Member): Promise<void> => {
  const page = await visit(member, '/inbox');
  await page.getByRole('row').filter({ hasText: AMOUNT }).first().click({ timeout: 20_000 });
  await page.waitForURL('**/tasks/task_*');
  await page.getByLabel('Comment (required)').fill('Steady income, papers complete.');
  await page.getByRole('button', { name: 'Submit decision' }).click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.waitForURL('**/inbox');
  await page.context().close();
};

describe('one loan in the hands of people', () => {
  it('passes two tiers of approval', async () => {
    await approve(OFFICER);
    await approve(SENIOR);
    await reached(borrower, 'OFFER');
  });

  it('is signed on the phone and paid out', async () => {
    const phone = { role: 'applicant', user: 'browser-601', width: 375 };
    const page = await visit(phone, `/my/applications/${borrower.id}`);
    await signOnPhone(borrower, page);
    await page.context().close();
  });

  it('falls overdue when the debit misses, and a collector notes a promise', async () => {
    await borrower.setBalance('0');
    await here.world.advance(shanghai('2026-04-08 12:00'));
    await reached(borrower, 'OVERDUE');
    const page = await visit(COLLECTOR, '/inbox');
    await page.getByRole('row').filter({ hasText: 'Call' }).first().click({ timeout: 20_000 });
    await page.waitForURL('**/tasks/task_*');
    await page.getByText('Promised to pay').click();
    await page.getByLabel('Promised amount').fill('26000');
    await page.getByLabel('What was said (required)').fill('Salary comes on the tenth.');
    expect(await page.getByRole('button', { name: 'Record result' }).isDisabled()).toBe(true);
    await page.getByLabel('Promised for').fill('2026-04-10');
    await page.keyboard.press('Enter');
    expect(await broken(page)).toEqual([]);
    const task = page.url();
    await page.getByRole('button', { name: 'Record result' }).click();
    await page.getByText('Nothing is posted').waitFor();
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.waitForURL('**/inbox');
    await page.goto(task);
    await page.getByText('26,000.00').waitFor();
    await page.context().close();
  });

  it('is cured by a transfer', async () => {
    const { balances } = await borrower.account();
    expect(BigInt(balances.overdueMinor)).toBeGreaterThan(0n);
    await borrower.setBalance(null);
    await borrower.transfer(balances.overdueMinor);
    await here.world.advance(shanghai('2026-04-09 12:00'));
    await reached(borrower, 'REPAYING');
  });

  it('tells its whole story on one page, and is paid off from there', async () => {
    const id = await borrower.loanId();
    const page = await visit(COLLECTOR, `/loans/${id}`);
    await page.getByText('Active').first().waitFor();
    await page.getByRole('tab', { name: 'Messages' }).click();
    await page.getByText('Overdue', { exact: false }).first().waitFor();
    const shown = await page.content();
    const code = (await here.world.sandbox.messages(borrower.data.phone))
      .find(({ templateCode }) => templateCode === 'one-time-code')
      ?.body.match(/\d{6}/)?.[0];
    expect(shown).not.toContain(code ?? 'no code');
    expect(shown).not.toContain(borrower.data.customer.name ?? '');
    await page.getByRole('tab', { name: 'Transactions' }).click();
    await page.getByRole('button', { name: 'Read the statement' }).click();
    const reader = page.getByRole('dialog', { name: 'Statement' });
    await reader.getByRole('img', { name: 'Page 1 of' }).waitFor();
    const [statement] = await Promise.all([
      page.waitForEvent('download'),
      reader.getByRole('button', { name: 'Save' }).click(),
    ]);
    expect(
      readFileSync(await statement.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await reader.getByRole('button', { name: 'Close' }).click();
    await reader.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: 'Contract and signatures' }).click();
    await page.getByText('Sealed (PAdES)').waitFor();
    await page.getByRole('tab', { name: 'Early payoff' }).click();
    await page.getByRole('button', { name: 'Quote' }).click();
    await page.getByText('To pay').waitFor();
    expect(await broken(page)).toEqual([]);
    await page.getByRole('button', { name: 'Record payment and pay off' }).click();
    await page.getByText('ends the loan').waitFor();
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    const told = page.getByRole('tabpanel').locator('.ant-alert').first();
    await told.waitFor();
    expect(await told.textContent()).toContain('Received; being booked');
    await reached(borrower, 'SETTLED');
    await page.reload();
    await page.getByText('Settled').first().waitFor();
    await page.context().close();
  });

  it('fits a phone in the dark', async () => {
    const page = await visit(
      { role: 'auditor', width: 375, shade: 'dark' },
      `/loans/${await borrower.loanId()}`,
    );
    await page.getByRole('tab').first().waitFor();
    expect(await broken(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await page.context().close();
  });
});

describe('lists', () => {
  it('are narrowed, sent as a link and taken as a workbook', async () => {
    const page = await visit({ role: 'risk_manager' }, '/loans');
    await page.getByRole('button', { name: 'Add condition' }).click();
    await page.getByRole('combobox', { name: 'Field' }).click();
    await page.locator('.ant-select-item-option', { hasText: 'Principal' }).first().click();
    await page.getByRole('spinbutton', { name: 'Value' }).fill('100000');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL('**where=principal.min.10000000');
    await page.getByRole('cell', { name: AMOUNT }).first().waitFor();
    expect(await broken(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export Excel' }).click(),
    ]);
    const book = new Workbook();
    await book.xlsx.load(readFileSync(await file.path()).buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(1).getCell(4).value).toBe('Principal');
    expect(sheet?.getRow(2).getCell(4).value).toBe(150_000);
    expect(sheet?.rowCount).toBe(2);
    const { where } = Object.fromEntries(new URL(page.url()).searchParams);
    const asked = await fetch(`${here.base}/v1/exports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenOf(here.base, 'risk_manager')}`,
        'content-type': 'application/json',
        'idempotency-key': 'loan-page-export',
      },
      body: JSON.stringify({ list: 'loans', format: 'csv', filters: { where: [where] } }),
    });
    expect(asked.status).toBe(202);
    const link = page.url();
    await page.goto(link.replace('10000000', '90000000'));
    await page.getByText('No loans match', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'My exports' }).click();
    await page.getByRole('cell', { name: 'Ready', exact: true }).waitFor();
    expect(await broken(page)).toEqual([]);
    const [written] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(readFileSync(await written.path(), 'utf8')).toContain(',150000.00,');
    await page.context().close();
  });

  it('open under the view of a role, and before it under the own one, which is kept, renamed and deleted', async () => {
    const steward = await visit({ role: 'administrator' }, '/loans?where=principal.min.90000000');
    await steward.getByRole('button', { name: 'Views' }).click();
    await steward.getByLabel('Name', { exact: true }).fill('Large loans');
    await steward.getByLabel('For whom').selectOption({ label: 'Shared with Officer' });
    await steward.getByRole('checkbox', { name: 'Opens by itself for Officer' }).check();
    expect(await broken(steward)).toEqual([]);
    await steward.getByRole('button', { name: 'Save', exact: true }).click();
    await steward.getByRole('button', { name: 'View: Large loans' }).waitFor();
    await steward.context().close();

    const page = await visit({ role: 'officer', width: 375 }, '/loans');
    await page.waitForURL('**/loans?saved=viw_*');
    await page.getByText('Default view of Officer').waitFor();
    await page.getByText('No loans match', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForURL('**/loans?saved=all');
    await page.locator('.row-card').first().waitFor();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    await page.getByRole('checkbox', { name: 'Opens by itself for me' }).check();
    expect(await broken(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Your default view').waitFor();
    await page.goto(`${here.base}/loans`);
    await page.getByRole('button', { name: 'View: Mine' }).click();
    await page.getByRole('button', { name: 'Change view Mine' }).click();
    await page.getByLabel('Name', { exact: true }).fill('My loans');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Change view My loans' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.waitForURL('**/loans?saved=all');
    await page.goto(`${here.base}/loans`);
    await page.getByText('Default view of Officer').waitFor();
    await page.context().close();
  });

  it('find a customer by the whole number, and keep it out of the address', async () => {
    const page = await visit({ role: 'officer' }, '/customers');
    const idNo = borrower.data.customer.idNo ?? '';
    await page.getByLabel('Find by a whole identity number, phone or name').fill(idNo);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('heading', { name: '1 found' }).waitFor();
    expect(page.url()).not.toContain(idNo);
    expect(await broken(page)).toEqual([]);
    await page.getByRole('row').nth(1).click();
    await page.waitForURL('**/customers/cus_*');
    await page.context().close();
  });
});

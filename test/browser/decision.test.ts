import type { Page } from 'playwright-core';
import type { Borrower } from '../../demo/borrower';
import { declared, someone } from '../../demo/cast/people';
import { business, consumer } from '../../demo/cast/requests';
import { COMMITTEE, type Member } from '../../demo/story';
import { broken } from './support/axe';
import { type ConsoleStack, openConsole, reached } from './support/console-stack';
import { visitor } from './support/visitor';

let here: ConsoleStack;
/** A second try is somebody else's application: the first one's is still open. */
let people = 500;
const nobodyYet = (): number => {
  people += 1;
  return people;
};
const [FIRST = { role: 'committee', user: 'committee1' } as const, SECOND = FIRST] = COMMITTEE;
const someoneElse = { role: 'officer', user: 'officer2' } as const;
const officer = { role: 'officer', user: 'officer1' } as const;

beforeAll(async () => {
  here = await openConsole();
}, 120_000);
afterAll(() => here?.close(), 30_000);

const open = async (member: Member, borrower: Borrower, width = 1280): Promise<Page> => {
  const { page, faults } = await visitor(here.browser, here.base, { ...member, language: 'en', width });
  page.on('close', () => expect(faults).toEqual([]));
  await page.goto(`${here.base}/applications/${borrower.id}`);
  await page.getByRole('link', { name: 'Open task' }).click();
  await page.waitForURL('**/tasks/task_*');
  await page.getByText('Decision', { exact: true }).first().waitFor();
  return page;
};
const submit = async (page: Page, comment: string): Promise<void> => {
  await page.getByLabel('Comment (required)').fill(comment);
  await page.getByRole('button', { name: 'Submit decision' }).click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
};
/** The card shows another name than the form: it is looked at where it stands, and settled. */
const settlesWhatTheCardSays = async (page: Page, borrower: Borrower): Promise<void> => {
  await page.getByRole('button', { name: 'Show on the page: Name, ID card, photo side' }).click();
  const frame = page.getByRole('img', { name: 'Name stands here' });
  await frame.waitFor();
  const picture = page.getByRole('img', { name: 'ID card, photo side' });
  await picture.evaluate('(image) => image.decode()');
  const [inside, around] = [await frame.boundingBox(), await picture.boundingBox()];
  if (inside === null || around === null) throw new Error('the page of the document is not shown');
  expect(inside.width).toBeLessThan(around.width / 3);
  expect(inside.y).toBeGreaterThan(around.y);
  expect(inside.y + inside.height).toBeLessThan(around.y + around.height);
  expect(await broken(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).click();
  await frame.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Settle: Name, ID card, photo side' }).click();
  await page.getByText(/^Declared: /).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Comment (required)').fill('The applicant showed the card: the form is right.');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await page.getByText(/declared is believed · officer1/).waitFor();
  expect(await page.content()).not.toContain(borrower.data.customer.name ?? '');
};
const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).fill(option);
  await page.locator('.ant-select-item-option-active', { hasText: option }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.ant-select-selection-item', { hasText: option }).waitFor();
  await page.keyboard.press('Escape');
};

describe('the decision page', () => {
  it('approves on conditions to the lender’s safe side', async () => {
    const borrower = await here.applied(someone('scan_other_name')(nobodyYet()), consumer, 'APPROVAL');
    const page = await open(officer, borrower);
    await settlesWhatTheCardSays(page, borrower);
    await page.getByText('Approve with conditions').click();
    expect(await page.getByRole('button', { name: 'Submit decision' }).isDisabled()).toBe(true);
    await page.getByLabel('Amount', { exact: true }).fill('20000');
    await submit(page, 'A smaller loan fits the income.');
    await page.waitForURL('**/inbox');
    await reached(borrower, 'OFFER');
    expect((await borrower.application()).approved?.amountMinor).toBe('2000000');
    await page.context().close();
  });

  it('returns an application for documents', async () => {
    const borrower = await here.applied(someone('near_prime')(nobodyYet()), consumer, 'APPROVAL');
    const page = await open(officer, borrower);
    await page.getByText('Return for documents').click();
    await choose(page, 'Documents to bring', 'Bank statement');
    await submit(page, 'Six months of statements, please.');
    await page.waitForURL('**/inbox');
    await reached(borrower, 'SUPPLEMENT');
    expect((await borrower.application()).missing.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: /paused: waiting for the applicant/ }).click();
    await page.waitForURL(/status=paused/);
    await page
      .getByText(/^Paused, waits for the applicant since .* left$/)
      .first()
      .waitFor();
    expect(await broken(page)).toEqual([]);
    await page.context().close();
  });

  it('rejects with reasons, masks and reveals with a reason that is audited, and is taken over', async () => {
    const borrower = await here.applied(someone('near_prime')(nobodyYet()), consumer, 'APPROVAL');
    const first = await open(officer, borrower);
    await first.getByRole('button', { name: 'Give back' }).waitFor();
    const page = await open(someoneElse, borrower);
    await page.getByText('officer1 works on this task').waitFor();
    expect(await broken(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByRole('button', { name: 'Give back' }).waitFor();
    const idNo = borrower.data.customer.idNo ?? '';
    expect(await page.content()).not.toContain(idNo);
    await page.getByRole('button', { name: 'Reveal' }).click();
    await page.getByLabel(/Say why/).fill('The applicant calls and must be identified');
    await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click();
    await page.getByText(idNo).waitFor();
    const auditor = await here.world.user('auditor', 'auditor1');
    const revealed = await auditor.get('/v1/audit/entries?action=customer.revealed', (answer) =>
      JSON.stringify(answer),
    );
    expect(revealed).toContain('customer.revealed');
    expect(revealed).not.toContain(idNo);
    await page.getByText('Reject', { exact: true }).click();
    await page.getByLabel('Comment (required)').fill('Too much debt elsewhere.');
    expect(await page.getByRole('button', { name: 'Submit decision' }).isDisabled()).toBe(true);
    await page.getByText('Choose at least one reason.').waitFor();
    await choose(page, 'Reasons', 'Weak source of repayment');
    await submit(page, 'Too much debt elsewhere.');
    await page.waitForURL('**/inbox');
    await reached(borrower, 'CLOSED');
    expect((await borrower.application()).outcome).toBe('DECLINED');
    await first.context().close();
    await page.context().close();
  });

  it('shows votes of the committee as they come', async () => {
    const request = {
      ...business,
      amountMinor: '60000000',
      declared: { ...declared, monthlyIncomeMinor: '40000000' },
    };
    const borrower = await here.applied(someone('prime')(nobodyYet()), request, 'APPROVAL');
    const page = await open(FIRST, borrower);
    await page.getByText('No votes yet').waitFor();
    const unlisted = { decision: 'reject', reasonCodes: ['BUSINESS_RISK'], comment: 'Too concentrated' };
    await expect(borrower.decide(SECOND, unlisted)).rejects.toThrow('REASON_NOT_LISTED');
    await borrower.decide(SECOND, {
      decision: 'reject',
      reasonCodes: ['OFFICER_JUDGEMENT'],
      comment: 'Too concentrated',
    });
    await page.getByText('committee2').waitFor({ timeout: 15_000 });
    await page.getByText('“Too concentrated”').waitFor();
    await submit(page, 'Sound business.');
    await page.waitForURL('**/inbox');
    await page.context().close();
  });
});

import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Borrower } from '../../demo/borrower';
import { someone } from '../../demo/cast/people';
import { consumer, revolving } from '../../demo/cast/requests';
import { RISK_MANAGER } from '../../demo/story';
import { shanghai } from '../../demo/time';
import { broken } from './support/axe';
import { type ConsoleStack, openConsole } from './support/console-stack';
import { signOnPhone } from './support/sign-on-phone';
import { tokenOf, type Visit, visitor } from './support/visitor';

const OTHER = { role: 'risk_manager', user: 'risk2' };
const Rows = z.object({
  rows: z.array(z.object({ dueOn: z.string(), charged: z.object({ interest: z.string() }) })),
});
const Entries = z.object({ data: z.array(z.object({ kind: z.string() })) });
const Ordered = z.object({ data: z.array(z.object({ id: z.string(), status: z.string() })) });

let here: ConsoleStack;
let borrower: Borrower;
let loan: string;

beforeAll(async () => {
  here = await openConsole();
  borrower = await here.applied(someone('prime')(611), consumer, 'OFFER');
  const phone = { role: 'applicant', user: 'browser-611', width: 375 };
  const page = await visit(phone, `/my/applications/${borrower.id}`);
  await signOnPhone(borrower, page);
  await page.context().close();
  loan = await borrower.loanId();
  await here.world.advance(shanghai('2026-03-20 12:00'));
}, 180_000);
afterAll(() => here?.close(), 30_000);

const visit = async (who: Visit, path: string): Promise<Page> => {
  const { page } = await visitor(here.browser, here.base, { language: 'en', ...who });
  await page.goto(`${here.base}${path}`);
  return page;
};
const asRisk = async (path: string, body?: object, seen?: string) =>
  fetch(`${here.base}/v1${path}`, {
    headers: {
      authorization: `Bearer ${await tokenOf(here.base, RISK_MANAGER.role, RISK_MANAGER.user)}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      ...(seen && { 'if-match': seen }),
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
const interest = async (): Promise<string[]> =>
  Rows.parse(await (await asRisk(`/loans/${loan}/schedule`)).json()).rows.map(
    ({ charged }) => charged.interest,
  );
const entryKinds = async (): Promise<string[]> =>
  Entries.parse(await (await asRisk(`/loans/${loan}/journal`)).json()).data.map(({ kind }) => kind);
const order = async () => {
  const { data } = Ordered.parse(await (await asRisk(`/money-operations?loanId=${loan}`)).json());
  return data[0];
};

describe('money operations', () => {
  it('are seen to open while the code of their drawer is on its way', async () => {
    const page = await visit(RISK_MANAGER, `/loans/${loan}`);
    let release = (): void => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(/\/assets\/order-drawer-/, (route) => held.then(() => route.continue()));
    await page.getByRole('button', { name: 'Operations', exact: true }).click();
    await page.locator('.ant-spin-spinning').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    release();
    await page.getByRole('dialog').getByText('Counts from').waitFor();
    expect(await page.locator('.ant-spin-spinning').count()).toBe(0);
    await page.context().close();
  });

  it('are previewed as a difference with their entries, and ordered with a reason', async () => {
    const page = await visit(RISK_MANAGER, `/loans/${loan}`);
    await page.getByText('Nothing was ordered on this loan yet').waitFor();
    await page.getByRole('button', { name: 'Operations', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Operation', { exact: true }).selectOption({ label: 'Restructure' });
    await drawer.getByLabel('Periods', { exact: true }).fill('3');
    await drawer.getByLabel('Repayment', { exact: true }).selectOption({ label: 'Custom table' });
    await drawer.getByLabel('Share of each row').fill('50, 30');
    await drawer.getByText('2 shares, 80 % in all; it takes 3').waitFor();
    expect(await drawer.getByRole('button', { name: 'Preview' }).isDisabled()).toBe(true);
    await drawer.getByLabel('Share of each row').fill('50, 30, 20');
    await drawer.getByRole('button', { name: 'Preview' }).click();
    await drawer.getByRole('cell', { name: 'falls away' }).first().waitFor();
    await drawer.getByLabel('Operation', { exact: true }).selectOption({ label: 'Change the rate' });
    expect(await drawer.getByRole('button', { name: 'Preview' }).isDisabled()).toBe(true);
    await drawer.getByText('Fill in what the operation needs').waitFor();
    await drawer.getByLabel('Annual rate (%)').fill('4');
    await drawer.getByLabel('Counts from').fill('2026-03-15');
    await page.keyboard.press('Enter');
    await drawer.getByRole('button', { name: 'Preview' }).click();
    await drawer.getByText('Entries that will be posted').waitFor();
    expect(await drawer.locator('.differs').count()).toBeGreaterThan(3);
    await drawer.getByRole('cell', { name: 'Rate change' }).waitFor();
    expect(await broken(page)).toEqual([]);
    expect(await drawer.getByRole('button', { name: 'Confirm order' }).isDisabled()).toBe(true);
    await drawer.getByLabel('Reason (required)').selectOption({ label: 'Agreed with the borrower' });
    await drawer.getByLabel('Comment (required)').fill('A signed supplement lowers the rate.');
    expect(await order()).toBeUndefined();
    await drawer.getByRole('button', { name: 'Confirm order' }).click();
    await page.getByRole('cell', { name: 'waits for a second person' }).waitFor();
    await page.context().close();
  });

  it('are not decided by who ordered them', async () => {
    const waiting = await order();
    const page = await visit(RISK_MANAGER, '/operations?tab=orders');
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await page.getByText('You ordered this yourself').waitFor();
    const drawer = page.getByRole('dialog');
    expect(await drawer.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
    expect(await drawer.getByRole('button', { name: 'Refuse' }).isDisabled()).toBe(true);
    const tried = await asRisk(`/money-operations/${waiting?.id}/decision`, {
      decision: 'confirm',
      comment: 'my own',
    });
    expect(await tried.json()).toMatchObject({ code: 'MAKER_IS_CHECKER' });
    expect((await order())?.status).toBe('proposed');
    await page.context().close();
  });

  it('are approved by another person on a phone, and change plan and journal', async () => {
    const [planned, posted] = [await interest(), await entryKinds()];
    expect(posted).not.toContain('rate_changed');
    const page = await visit({ ...OTHER, width: 375 }, '/orders');
    await page.getByRole('button', { name: 'Review', exact: true }).waitFor();
    expect(await broken(page)).toEqual([]);
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('cell', { name: 'Rate change' }).waitFor();
    await drawer.getByText('A colleague').waitFor();
    expect(await broken(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    const approve = drawer.getByRole('button', { name: 'Approve' });
    expect(await approve.isDisabled()).toBe(true);
    await drawer.getByLabel('Comment (required)').fill('The supplement is in the file.');
    await approve.click();
    await page.getByText('No order waits for a second person').waitFor();
    await page.goto(`${here.base}/loans/${loan}?tab=journal`);
    await page.getByText('booked', { exact: true }).waitFor();
    await page.getByRole('cell', { name: 'Rate change' }).first().waitFor();
    const now = await interest();
    expect(BigInt(now[0] ?? '0')).toBeLessThan(BigInt(planned[0] ?? '0'));
    expect(await entryKinds()).toContain('rate_changed');
    await page.context().close();
  });

  it('by agreed shares are seen by the second person as they were ordered', async () => {
    const shares = { method: 'custom', periods: 3, sharesPpm: [500_000, 300_000, 200_000] };
    const operation = { kind: 'restructuring', capitalised: [], ...shares };
    const preview = await (await asRisk(`/loans/${loan}/operation-previews`, { operation })).json();
    const why = { reasonCodes: ['HARDSHIP'], comment: 'Three rows were agreed.' };
    const seen = `"v${Object(preview).loanVersion}"`;
    expect((await asRisk(`/loans/${loan}/operations`, { operation, ...why }, seen)).status).toBeLessThan(300);
    const page = await visit(OTHER, '/orders');
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('50, 30, 20 %').waitFor();
    await drawer.getByRole('cell', { name: 'falls away' }).first().waitFor();
    await drawer.getByLabel('Comment (required)').fill('The new plan is in the file.');
    expect(await drawer.getByRole('button', { name: 'Approve' }).isEnabled()).toBe(true);
    await drawer.getByRole('button', { name: 'Refuse' }).click();
    await page.getByText('No order waits for a second person').waitFor();
    await page.context().close();
  });
});

describe('a borrower’s own draw', () => {
  it('is shown with the plan that it leads to, confirmed on the phone, and paid; repaid, the limit is given up', async () => {
    const drawer = await here.applied(someone('prime')(612), revolving, 'OFFER');
    const page = await visit(
      { role: 'applicant', user: 'browser-612', width: 375 },
      `/my/applications/${drawer.id}`,
    );
    await signOnPhone(drawer, page);
    await page.goto(`${here.base}/my/loans/${await drawer.loanId()}`);
    const draws = page.locator('.ant-card', { hasText: 'Limit and draws' });
    await draws.getByLabel('Amount to draw').fill('5000');
    await draws.getByText('Principal after it').waitFor();
    await draws.getByText('¥15,000.00').first().waitFor();
    expect(await broken(page)).toEqual([]);
    await draws.getByRole('button', { name: 'Draw ¥5,000.00' }).click();
    await page.getByText('It bears interest from the day it is paid', { exact: false }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Accepted. The plan changes when the bank has paid it.').waitFor();
    await draws.getByRole('row', { name: /¥5,000\.00.*Paid/ }).waitFor({ timeout: 30_000 });
    expect((await drawer.account()).balances.principalMinor).toBe('1500000');

    await page.getByLabel('Amount to pay').fill('15000');
    await page.getByRole('button', { name: 'Pay ¥15,000.00' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await draws.getByRole('button', { name: 'Give up the limit' }).click({ timeout: 30_000 });
    await page.getByText('what was reserved for it is free again', { exact: false }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Give up the limit' }).click();
    await draws.getByText('The loan has ended or is not paid out').waitFor({ timeout: 30_000 });
    expect((await drawer.account()).status).toBe('settled');
    await page.context().close();
  });
});

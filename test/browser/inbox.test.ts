import type { Page } from 'playwright-core';
import { z } from 'zod';
import { Task } from '../../contracts/http/tasks';
import { TestClock } from '../../contracts/http/test-clocks';
import type { Borrower } from '../../demo/borrower';
import { someone } from '../../demo/cast/people';
import { consumer } from '../../demo/cast/requests';
import { broken } from './support/axe';
import { type ConsoleStack, openConsole, reached } from './support/console-stack';
import { tokenOf, type Visit, visitor } from './support/visitor';

const Tasks = z.object({ data: z.array(Task) });
const OFFICER = { role: 'officer', user: 'officer1' };
let here: ConsoleStack;
const borrowers: Borrower[] = [];

beforeAll(async () => {
  here = await openConsole();
  for (const n of [651, 652, 653])
    borrowers.push(await here.applied(someone('near_prime')(n), consumer, 'APPROVAL'));
}, 180_000);
afterAll(() => here?.close(), 30_000);

const visit = async (who: Visit, path: string): Promise<Page> => {
  const { page } = await visitor(here.browser, here.base, { language: 'en', ...who });
  await page.goto(`${here.base}${path}`);
  return page;
};
const asked = async (role: string, path: string): Promise<unknown> => {
  const headers = { authorization: `Bearer ${await tokenOf(here.base, role)}` };
  return (await fetch(`${here.base}/v1${path}`, { headers })).json();
};
const open = async () => Tasks.parse(await asked('officer', '/tasks?view=all')).data;
const clock = async () => TestClock.parse(await asked('operator', `/test-clocks/${here.world.clockId}`));

describe('the banner of the test clock', () => {
  it('advances to the next event, to the very moment that it told, and no further', async () => {
    const { nextWaitAt, now } = await clock();
    expect(nextWaitAt).not.toBeNull();
    expect((await open()).map(({ escalatedAt }) => escalatedAt)).toEqual([null, null, null]);
    const page = await visit({ role: 'operator' }, '/inbox?view=all');
    const next = page.getByRole('button', { name: 'Next event' });
    await next.hover();
    const told = (await page.getByRole('tooltip').textContent())?.replace(/^Next: /, '') ?? '';
    await next.click();
    await page
      .getByRole('region', { name: 'Test mode' })
      .locator('option:checked', { hasText: told })
      .waitFor({ state: 'attached' });
    let after = await clock();
    for (let tries = 0; after.status !== 'ready' && tries < 100; tries++) {
      await page.waitForTimeout(200);
      after = await clock();
    }
    expect(after).toMatchObject({ now: nextWaitAt, status: 'ready' });
    expect(Date.parse(after.now)).toBeGreaterThan(Date.parse(now));
    expect((await open()).map(({ escalatedAt }) => escalatedAt)).toEqual([
      ...[nextWaitAt, nextWaitAt, nextWaitAt],
    ]);
    await page
      .getByText(/escalated/)
      .first()
      .waitFor();
    await page.context().close();
  });
});

describe('the inbox', () => {
  it('walks by keyboard, keeps its filters in the address, and tells time by the clock of each task', async () => {
    const page = await visit(OFFICER, '/inbox');
    const rows = page.locator('tbody tr.rc-table-row');
    await rows.nth(2).waitFor();
    // Rows of the former choice stand until the page is drawn again: they are gone for sure once the new ones are answered.
    const listed = (urgentOnly: boolean) =>
      page.waitForResponse(
        (answer) => answer.url().includes('/v1/tasks?') && answer.url().includes('priority=1') === urgentOnly,
      );
    const onlyUrgent = listed(true);
    await page.getByLabel('Priority').selectOption({ label: 'Urgent' });
    await page.waitForURL('**/inbox?*priority=1*');
    await onlyUrgent;
    const urgent = page.getByText('urgent', { exact: true });
    await urgent.nth(2).waitFor();
    expect(await urgent.count()).toBe(3);
    const any = listed(false);
    await page.getByLabel('Priority').selectOption({ label: 'Any priority' });
    await page.waitForURL((url) => !url.search.includes('priority'));
    await any;
    await rows.nth(2).waitFor();
    expect(await page.getByText(/months ago|year ago/).count()).toBe(0);
    expect(await broken(page)).toEqual([]);
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await rows.nth(1).getAttribute('class')).toContain('row-chosen');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tasks/task_*');
    await page.context().close();
  });

  it('claims on opening, names the holder to others, and comes back as it was left', async () => {
    const [urgent] = (await open()).filter(
      ({ priority, assigneeId }) => priority === 1 && assigneeId === null,
    );
    const page = await visit(OFFICER, '/inbox?view=all&priority=1');
    await page.getByRole('row', { name: new RegExp(urgent?.id.slice(-6) ?? '-') }).click();
    await page.getByRole('button', { name: 'Give back' }).waitFor();
    const other = await visit({ role: 'officer', user: 'officer2' }, '/inbox?view=all');
    await other
      .getByRole('row', { name: /officer1/ })
      .first()
      .click();
    await other.getByText('officer1 works on this task').waitFor();
    await other.context().close();
    await page.locator('h1').click();
    await page.keyboard.press('r');
    expect(await page.getByRole('radio', { name: 'Reject' }).isChecked()).toBe(true);
    await page.keyboard.press('a');
    expect(await page.getByRole('radio', { name: 'Approve', exact: true }).isChecked()).toBe(true);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('open to approve').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByLabel('Comment (required)').fill('Income and record agree.');
    await page.getByRole('button', { name: 'Submit decision' }).click();
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.waitForURL('**/inbox?view=all&priority=1');
    const decided = borrowers.find(({ id }) => id === urgent?.applicationId);
    if (decided === undefined) throw new Error('the task belongs to nobody here');
    await reached(decided, 'OFFER');
    await page.context().close();
  });
});

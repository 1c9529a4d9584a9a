import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { someone } from '../../demo/cast/people';
import { consumer } from '../../demo/cast/requests';
import { broken } from './support/axe';
import { type ConsoleStack, openConsole, reached } from './support/console-stack';
import { applied } from './support/officer-applies';
import { signByApi } from './support/sign-on-phone';
import { tokenOf, type Visit, visitor } from './support/visitor';

let here: ConsoleStack;
const ids: string[] = [];

/** Changes published policy behind everybody's back. */
async function policyChanges(statement: string, values: string[] = []): Promise<void> {
  const owner = new Client({ connectionString: here.stack.database.ownerUrl });
  await owner.connect();
  await owner.query('begin');
  await owner.query('alter table policy_versions disable trigger policy_versions_words');
  const { rowCount } = await owner.query(statement, values);
  await owner.query('alter table policy_versions enable trigger policy_versions_words');
  await owner.query('commit');
  await owner.end();
  expect(rowCount).toBeGreaterThan(0);
  // What the worker read a moment ago serves it for two seconds.
  await new Promise((next) => setTimeout(next, 2_500));
}

/** Takes the list of reasons out of force, as when nobody published the next version in time; or puts it back. */
const reasonsAre = (status: 'draft' | 'published') =>
  policyChanges("update policy_versions set status = $1 where kind = 'reason_codes' and status <> $1", [
    status,
  ]);

/** A decision without the court's answer is not made: its silence is waited out. */
const courtIsNeeded = () =>
  policyChanges(
    `update policy_versions set body = jsonb_set(body, '{fallback}', '"wait"') where kind = 'source' and code = 'court'`,
  );

/** A party of the sandbox that answers nobody, or turns every caller away, until all is well again. */
const disturb = (party: 'court' | 'bank', kind: 'down' | 'refuse') =>
  fetch(`${here.stack.urls.sandbox}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ party, kind, untilReset: true }),
  });
const allIsWell = () => fetch(`${here.stack.urls.sandbox}/control/faults`, { method: 'DELETE' });

/** Waits until no failing step would be tried by itself for a while. */
async function farFromNextAttempt(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`${here.base}/v1/operations/failing`, {
      headers: { authorization: `Bearer ${await tokenOf(here.base, 'operator')}` },
    });
    const { data } = (await answer.json()) as { data: { nextAttemptAt: string }[] };
    if (data.every(({ nextAttemptAt }) => Date.parse(nextAttemptAt) > Date.now() + 5_000)) return;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error('the steps are tried all the time');
}

async function standing(id: string): Promise<{ stage: string; parked: object | null }> {
  const answer = await fetch(`${here.base}/v1/applications/${id}`, {
    headers: { authorization: `Bearer ${await tokenOf(here.base, 'officer')}` },
  });
  return answer.json() as Promise<{ stage: string; parked: object | null }>;
}

async function parked(id: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if ((await standing(id)).parked !== null) return;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error('the loan did not park');
}

const visit = async (who: Visit): Promise<Page> => {
  const { page } = await visitor(here.browser, here.base, { language: 'en', ...who });
  await page.goto(`${here.base}/operations?tab=parked`);
  return page;
};

beforeAll(async () => {
  here = await openConsole();
  await courtIsNeeded();
  await reasonsAre('draft');
  for (const n of [641, 642, 643]) ids.push(await applied(here.base, n));
  for (const id of ids) await parked(id);
}, 180_000);
afterAll(() => here?.close(), 30_000);

describe('parked loans', () => {
  it('are grouped by the error that stopped them, with step and what to do in words', async () => {
    const page = await visit({ role: 'operator' });
    const group = page.getByRole('region', { name: 'No policy is in force' });
    await group.getByText('3 loans').waitFor();
    await group.getByText('Pre-screening (3)').waitFor();
    await group.getByText('Publish the missing policy').waitFor();
    expect(await page.getByRole('cell', { name: 'No policy is in force' }).count()).toBe(3);
    expect(await page.getByText(/MISSING_POLICY|preScreen/).count()).toBe(0);
    expect(await broken(page)).toEqual([]);
    await page.goto(`${here.base}/applications/${ids[0]}`);
    await page.getByText('Stopped at step Pre-screening').waitFor();
    const status = page.getByRole('region', { name: 'Process', exact: true });
    await status.getByText('No policy is in force').waitFor();
    await status.getByText('running', { exact: true }).waitFor();
    expect(await status.getByRole('link', { name: 'Temporal workflow' }).getAttribute('href')).toContain(
      `/workflows/${encodeURIComponent(`loan/${ids[0]}`)}/`,
    );
    await status.getByRole('link', { name: 'See to it' }).click();
    await group.waitFor();
    await page.context().close();
  });

  it('stop again while the cause is there, and say so', async () => {
    const page = await visit({ role: 'operator' });
    await page.getByRole('button', { name: 'Resume', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The step “Pre-screening” runs again').waitFor();
    expect(await dialog.getByRole('button', { name: 'Resume now' }).isDisabled()).toBe(true);
    await dialog.getByLabel('What was corrected (required)').fill('Nothing yet, only a try.');
    await dialog.getByRole('button', { name: 'Resume now' }).click();
    await dialog.getByText('parked again: No policy is in force').waitFor();
    await page.context().close();
  });

  it('go on, one and then the whole group, with a reason that the record keeps', async () => {
    await reasonsAre('published');
    const page = await visit({ role: 'operator' });
    await page.getByRole('button', { name: 'Resume', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What was corrected (required)').fill('The reasons are published again.');
    expect(await broken(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Resume now' }).click();
    await dialog.getByText('1 of 1 done').waitFor();
    await dialog.getByText(/went on: /).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'Resume all 2' }).click();
    await dialog.getByText('each of the 2 loans').waitFor();
    await dialog.getByLabel('What was corrected (required)').fill('The reasons are published again.');
    await dialog.getByRole('button', { name: 'Resume now' }).click();
    await dialog.getByText('2 of 2 done').waitFor();
    expect(await dialog.getByText(/went on: /).count()).toBe(2);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('No loan is parked').waitFor();
    for (const id of ids) expect(await standing(id)).toMatchObject({ parked: null });
    await page.context().close();
  });

  it('are only looked at by an auditor', async () => {
    await reasonsAre('draft');
    await parked(await applied(here.base, 644));
    const page = await visit({ role: 'auditor', width: 375 });
    await page.getByRole('region', { name: 'No policy is in force' }).waitFor();
    expect(await page.getByRole('button', { name: /^Resume/ }).count()).toBe(0);
    expect(await broken(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await page.context().close();
  });
});

describe('failing steps', () => {
  it('are listed while they are retried, tried at once with a reason, and told of', async () => {
    await reasonsAre('published');
    await disturb('court', 'down');
    const failed: string[] = [];
    for (const n of [651, 652]) failed.push((await here.applied(someone('prime')(n), consumer, 'FACTS')).id);
    const officers = (await visitor(here.browser, here.base, { role: 'officer', language: 'en' })).page;
    await officers.goto(`${here.base}/applications/${failed[0]}`);
    const status = officers.getByRole('region', { name: 'Process', exact: true });
    await status.getByText(/^The step “Asking outside sources” has failed [1-9]\d* times/).waitFor();
    await status.getByText('Operators see this').waitFor();
    expect(await status.getByText(/SOURCE_UNAVAILABLE|gatherFacts/).count()).toBe(0);
    await officers.context().close();
    const page = await visit({ role: 'operator' });
    const failing = page.getByRole('region', { name: 'Being retried' });
    const group = page.getByRole('region', {
      name: 'Outside source does not answer · Asking outside sources',
    });
    await group.getByText('2 loans').waitFor();
    await group.getByText(/[1-9]\d* failed attempts at most/).waitFor();
    expect(await failing.getByRole('cell', { name: 'Outside source does not answer' }).count()).toBe(2);
    expect(await failing.getByText(/SOURCE_UNAVAILABLE|gatherFacts/).count()).toBe(0);
    expect(await broken(page)).toEqual([]);
    await failing.getByRole('button', { name: 'Retry now' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The step “Asking outside sources” waits no longer').waitFor();
    expect(await dialog.getByRole('button', { name: 'Try at once' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Why it should succeed now (required)').fill('Only a try.');
    await dialog.getByRole('button', { name: 'Try at once' }).click();
    await dialog.getByText('failed again: Outside source does not answer').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await group.getByRole('button', { name: 'Retry all 2 now' }).click();
    await dialog.getByLabel('Why it should succeed now (required)').fill('The court answers again.');
    expect(await broken(page)).toEqual([]);
    await farFromNextAttempt();
    await allIsWell();
    await dialog.getByRole('button', { name: 'Try at once' }).click();
    await dialog.getByText('2 of 2 done').waitFor();
    expect(await dialog.getByText(/went on: /).count()).toBe(2);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await failing.getByText('No step is being retried').waitFor();
    await page.context().close();
  });

  it('are only looked at by an auditor, on a phone too', async () => {
    await disturb('court', 'down');
    await here.applied(someone('prime')(653), consumer, 'FACTS');
    const page = await visit({ role: 'auditor', width: 375 });
    const failing = page.getByRole('region', { name: 'Being retried' });
    await failing.getByText(/^Failed attempts \d+$/).waitFor();
    expect(await page.getByRole('button', { name: /^Retry/ }).count()).toBe(0);
    expect(await broken(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await allIsWell();
    await page.context().close();
  });
});

describe('a loan that stopped where money moves', () => {
  it('is paid out once, after two operators agreed', async () => {
    await disturb('bank', 'refuse');
    const borrower = await here.applied(someone('prime')(661), consumer, 'OFFER');
    await signByApi(borrower);
    await parked(borrower.id);
    await allIsWell();

    const first = await visit({ role: 'operator', user: 'operator1' });
    const stopped = first.getByRole('row').filter({ hasText: 'Bank refused the call' });
    await stopped.getByText('Moves money: two people').waitFor();
    await stopped.getByRole('button', { name: 'Resume', exact: true }).click();
    const dialog = first.getByRole('dialog');
    await dialog.getByText('two people must agree').waitFor();
    await dialog.getByLabel('What was corrected (required)').fill('The bank knows our certificate again.');
    await dialog.getByRole('button', { name: 'Resume now' }).click();
    await dialog.getByText('kept; waits for a second person').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await stopped.getByText('agreed; a second person is needed').waitFor();
    expect(await stopped.getByRole('button', { name: 'Confirm', exact: true }).isDisabled()).toBe(true);
    expect((await standing(borrower.id)).parked).not.toBeNull();

    const second = await visit({ role: 'operator', user: 'operator2' });
    await second.getByRole('button', { name: 'Confirm', exact: true }).click();
    const confirming = second.getByRole('dialog');
    await confirming.getByText('The bank knows our certificate again.').waitFor();
    expect(await broken(second)).toEqual([]);
    await confirming.getByLabel('What was corrected (required)').fill('Seen with the bank.');
    await confirming.getByRole('button', { name: 'Resume now' }).click();
    await confirming.getByText(/went on: /).waitFor();
    await reached(borrower, 'REPAYING');
    const { entries } = await here.world.sandbox.books();
    expect(entries.filter(({ kind }) => kind === 'payout')).toHaveLength(1);
    await first.context().close();
    await second.context().close();
  });
});

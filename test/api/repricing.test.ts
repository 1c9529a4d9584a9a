import { databaseClock } from '../../api/clock';
import type { Milestone } from '../../contracts/loan/plan';
import {
  approvePolicy,
  draftPolicy,
  publishPolicy,
  submitPolicy,
} from '../../db/repositories/policy-editing';
import { terms } from '../unit/account/sample';
import { bookOn, clockedLoan, type LoanDesk, loanDesk, moveClock } from './support/loan-desk';
import { startTestApi, type TestApi } from './support/test-api';

/** Goal: a loan at LPR + 900 points follows the LPR every third month, once, and only when the LPR has moved. */
let api: TestApi;
let desk: LoanDesk;
let loan: { loanId: string; applicationId: string; clockId: string };

beforeAll(async () => {
  api = await startTestApi({ clock: { now: (clockId) => databaseClock(api.db).now(clockId) } });
  desk = loanDesk(api, 'http://127.0.0.1:9');
  const repricing = { kind: 'every-months', months: 3, tenor: '1Y', spreadBps: 900 } as const;
  const now = new Date('2026-04-10T02:00:00Z');
  const me = await api.token('applicant', 'me');
  loan = await clockedLoan(api, me, { terms: terms({ repricing }), serial: 880, now });
  const out = { payoutId: 'out_1', amountMinor: '10000000', withheldMinor: '0' };
  await bookOn(api, loan, '2026-01-10', { type: 'disbursed', ...out });
  await repay('2026-02-10', '2026-03-10', '2026-04-10');
  await publishLpr('2026-06-22', 280);
});
afterAll(async () => {
  await desk.close();
  await api.close();
});

async function repay(...days: string[]): Promise<void> {
  for (const day of days)
    await bookOn(api, loan, day, { type: 'repaid', paymentId: `pay_${day}`, amountMinor: '888488' });
}

/** A second version of the published LPR with one notice more. */
async function publishLpr(publishedOn: string, rateBps: number): Promise<void> {
  const publications = [
    { publishedOn: '2025-05-20', tenor: '1Y', rateBps: 300 },
    { publishedOn, tenor: '1Y', rateBps },
  ];
  const draft = { kind: 'reference_rate' as const, code: 'lpr', body: { publications } };
  const now = new Date(`${publishedOn}T02:00:00Z`);
  await api.db.transaction(async (tx) => {
    const made = await draftPolicy(tx, { ...draft, effectiveFrom: publishedOn, author: 'usr_a' }, now);
    if (!made.ok) throw new Error(made.code);
    await submitPolicy(tx, made.id);
    await approvePolicy(tx, made.id, 'usr_b', now);
    await publishPolicy(tx, made.id, { on: publishedOn, today: publishedOn, by: 'usr_a' }, now);
  });
}

/** The repricing that servicing asks for on a day. */
async function repricingDue(): Promise<Milestone> {
  const { next } = await desk.plan(loan.applicationId);
  if (next?.kind !== 'reprice') throw new Error(`no repricing, but ${next?.kind}`);
  return next;
}

/** What the loan's repricings left behind. */
async function traces() {
  const rows = async (sql: string, id: string) => (await api.pool.query(sql, [id])).rows;
  return {
    events: await rows(
      `select effective_on::text as "effectiveOn", booked_on::text as "bookedOn", body from loan_events
       where loan_id = $1 and body->>'type' = 'rate_changed'`,
      loan.loanId,
    ),
    messages: await rows(
      "select key, status, channel from messages where application_id = $1 and template = 'rate-changed'",
      loan.applicationId,
    ),
    audits: await rows(
      "select data from audit_events where subject = $1 and action = 'loan.repriced'",
      loan.applicationId,
    ),
  };
}

it('passes with nothing to book when no newer LPR was published', async () => {
  const due = await repricingDue();
  expect(due.key).toBe('reprice/2026-04-10');
  const { next, view } = await desk.reach(loan.applicationId, due);
  expect(next?.key).not.toBe(due.key);
  expect(view.nextDueAmountMinor).toBe('888488');
  expect(await traces()).toEqual({ events: [], messages: [], audits: [] });
});

describe('after the LPR fell by 20 points', () => {
  let due: Milestone;

  beforeAll(async () => {
    await repay('2026-05-10', '2026-06-10', '2026-07-10');
    await moveClock(api, loan.clockId, '2026-07-12');
    due = await repricingDue();
    await desk.reach(loan.applicationId, due);
  });

  it('books the new rate from the repricing day, also when the step comes later', async () => {
    expect(due.key).toBe('reprice/2026-07-10');
    expect(await traces()).toEqual({
      events: [
        {
          effectiveOn: '2026-07-10',
          bookedOn: '2026-07-12',
          body: { type: 'rate_changed', annualRate: '11.80%', reason: 'lpr' },
        },
      ],
      messages: [{ key: `rate-changed/${loan.loanId}/2026-07-10`, status: 'queued', channel: 'sms' }],
      audits: [{ data: { effectiveOn: '2026-07-10', before: '12.00%', after: '11.80%' } }],
    });
  });

  it('repays 51,492.09 over the six months left at 11.8%: 8,879.79 instead of 8,884.88', async () => {
    const { view } = await desk.plan(loan.applicationId);
    expect(view).toMatchObject({ nextDueOn: '2026-08-10', nextDueAmountMinor: '887979' });
  });

  it('does nothing the second time', async () => {
    const before = await traces();
    const { next } = await desk.reach(loan.applicationId, due);
    expect(next?.key).not.toBe(due.key);
    expect(await traces()).toEqual(before);
    const { view } = await desk.plan(loan.applicationId);
    expect(view.nextDueAmountMinor).toBe('887979');
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../contracts/ids';
import type { Milestone } from '../../contracts/loan/plan';
import { holdContacts } from '../../db/repositories/contacts';
import { devUserId } from '../../db/seed/access';
import { terms } from '../unit/account/sample';
import { type RunningSandbox, startSandbox } from '../unit/sandbox/running-sandbox';
import { bookOn, clockedLoan, type LoanDesk, loanDesk } from './support/loan-desk';
import { startTestApi, type TestApi } from './support/test-api';

/** Goal: a debtor is approached within the strategy's hours and limits of a day, over all their loans. */
describe('a debtor of several loans', () => {
  const DUE = '2026-02-10';
  const LATE = `escalate/${DUE}/31`;
  let api: TestApi;
  let sandbox: RunningSandbox;
  let desk: LoanDesk;
  let me: string;
  let serial = 700;

  beforeAll(async () => {
    api = await startTestApi();
    sandbox = await startSandbox();
    desk = loanDesk(api, sandbox.url);
    me = await api.token('applicant', 'me');
  });
  afterAll(async () => {
    await desk.close();
    await sandbox.stop();
    await api.close();
  });

  /** Loans of one debtor on one clock, their first instalment open for thirty-one days; debits and marks are seen to. */
  async function debtor(loans: number, local = '2026-03-13T10:00') {
    serial += 1;
    const clockId = newId('clk');
    const made = [];
    for (let nth = 0; nth < loans; nth++) {
      const now = new Date('2026-01-10T02:00:00Z');
      const loan = await clockedLoan(api, me, { terms: terms(), serial, now, clockId });
      const out = { payoutId: `out_${serial}_${nth}`, amountMinor: '10000000', withheldMinor: '0' };
      await bookOn(api, loan, '2026-01-10', { type: 'disbursed', ...out });
      const debits = [DUE, ...[10, 11, 13, 15, 17].map((day) => `2026-03-${day}`)].map(
        (on) => `collect/${on}`,
      );
      const seen = [...debits, `markOverdue/${DUE}/31`, `letter/${DUE}/11`];
      await api.pool.query(
        `insert into loan_milestones (loan_id, key, kind, outcome, done_at)
         select $1, unnest($2::text[]), 'collect', 'done', now() on conflict do nothing`,
        [loan.loanId, seen],
      );
      made.push(loan);
    }
    await clockAt(clockId, local);
    return { clockId, ids: made.map(({ applicationId }) => applicationId) };
  }
  const clockAt = (clockId: string, local: string) =>
    api.pool.query('update test_clocks set now = $1 where id = $2', [`${local}:00+08:00`, clockId]);
  const reach = (applicationId: string, key = LATE) =>
    desk.reach(applicationId, { kind: 'escalate', key, at: '2026-03-13T01:30:00.000Z' });
  const messagesTo = async (clockId: string): Promise<string[]> => {
    const { rows } = await api.pool.query(
      `select application_id as id from messages where clock_id = $1 and key like 'escalate/%' order by id`,
      [clockId],
    );
    return rows.map(({ id }) => id);
  };
  const tasksOf = async (applicationId: string) =>
    (
      await api.pool.query('select id, kind, status, outcome, details from tasks where application_id = $1', [
        applicationId,
      ])
    ).rows;
  const auditsOf = async (applicationId: string): Promise<[string, Record<string, unknown>][]> => {
    const { rows } = await api.pool.query(
      `select action, data from audit_events where subject = $1 and action like 'collection.%' order by seq`,
      [applicationId],
    );
    return rows.map(({ action, data }) => [action, data]);
  };

  it('gets two messages in a day; the third is kept for the next, its call task is opened at once', async () => {
    const { clockId, ids } = await debtor(3);
    const [first = '', second = '', third = ''] = ids;
    await reach(first);
    await reach(second);
    const { next } = await reach(third);
    expect((await messagesTo(clockId)).sort()).toEqual([first, second].sort());
    expect(next).toMatchObject({ kind: 'escalate', key: LATE, at: '2026-03-14T00:00:00.000Z' });
    expect(await tasksOf(third)).toMatchObject([{ kind: 'negotiation', status: 'open' }]);
    expect(await auditsOf(third)).toEqual([
      ['collection.message_waits', { template: 'overdue-late', perDay: 2 }],
    ]);

    await clockAt(clockId, '2026-03-14T08:00');
    const { next: after } = await reach(third);
    expect(await messagesTo(clockId)).toContain(third);
    expect(after?.key).not.toBe(LATE);
    expect(await tasksOf(third)).toHaveLength(1);
    await reach(third);
    expect(await messagesTo(clockId)).toHaveLength(3);
  });

  it('is written to for one loan after the other, so that two do not take the same last place', async () => {
    const { clockId, ids } = await debtor(1);
    const [id = ''] = ids;
    const { rows } = await api.pool.query('select customer_id as who from applications where id = $1', [id]);
    let writing: Promise<unknown> | undefined;
    await api.db.transaction(async (tx) => {
      await holdContacts(tx, rows[0].who);
      writing = reach(id);
      await pause(400);
      expect(await messagesTo(clockId)).toEqual([]);
    });
    await writing;
    expect(await messagesTo(clockId)).toEqual([id]);
  });

  it('is left alone at night, also by a step or letter that comes late', async () => {
    const { clockId, ids } = await debtor(1, '2026-03-13T23:10');
    const [id = ''] = ids;
    const { next } = await reach(id);
    expect(next).toMatchObject({ key: LATE, at: '2026-03-14T00:00:00.000Z' });
    const letter: Milestone = { kind: 'letter', key: `letter/${DUE}/91`, at: '2026-03-13T01:20:00.000Z' };
    await desk.letter(id, letter);
    const papers = () => api.pool.query('select 1 from issued_papers where application_id = $1', [id]);
    expect((await papers()).rowCount).toBe(0);
    expect([await messagesTo(clockId), await tasksOf(id)]).toEqual([[], []]);
    await clockAt(clockId, '2026-03-14T08:00');
    await reach(id);
    await desk.letter(id, letter);
    expect((await papers()).rowCount).toBe(1);
    expect([await messagesTo(clockId), await tasksOf(id)]).toMatchObject([[id], [{ kind: 'negotiation' }]]);
  });

  describe('whose calls are recorded', () => {
    const record = async (applicationId: string, terms: Record<string, string>, key = LATE) => {
      await reach(applicationId, key);
      const open = (await tasksOf(applicationId)).find(({ status }) => status === 'open');
      const command = { actorId: devUserId('collector1'), taskId: open?.id, terms };
      const said = await desk.order(applicationId, 'completeTask', command);
      const done = (await tasksOf(applicationId)).find(({ id }) => id === open?.id);
      return { said, outcome: done?.outcome, beyond: done?.details.beyondLimits };
    };
    const DONE = { ok: true, effect: 'TASK_DONE' };

    it('has each recorded, and flagged where it goes beyond the calls of a day', async () => {
      const { ids } = await debtor(3);
      const [first = '', second = '', third = ''] = ids;
      const unanswered = { outcome: 'NOT_REACHED', attempts: '5' };
      expect(await record(first, unanswered)).toEqual({ said: DONE, outcome: 'NOT_REACHED', beyond: null });
      expect(await record(second, { outcome: 'REFUSED' })).toMatchObject({ beyond: null });
      const seventh = await record(third, { outcome: 'PROMISED' });
      expect(seventh).toEqual({ said: DONE, outcome: 'PROMISED', beyond: 'TOO_MANY_CALLS' });
      expect(await auditsOf(third)).toContainEqual([
        'collection.beyond_limits',
        expect.objectContaining({ refusal: 'TOO_MANY_CALLS' }),
      ]);
    });

    it('counts conversations apart from attempts, and other people apart from both', async () => {
      const { ids } = await debtor(6);
      const said = ['REACHED', 'WRONG_NUMBER', 'PAID', 'OTHER_PERSON', 'HARDSHIP', 'NOT_REACHED'];
      const flags = [];
      for (const [nth, outcome] of said.entries())
        flags.push((await record(ids[nth] ?? '', { outcome })).beyond);
      expect(flags).toEqual([null, null, null, null, null, 'TOO_MANY_CALLS']);
    });

    it('flags a second contact of another person, and a call at night unless the debtor wished it', async () => {
      const { clockId, ids } = await debtor(4);
      const other = { outcome: 'OTHER_PERSON' };
      expect(await record(ids[0] ?? '', other)).toMatchObject({ beyond: null });
      expect(await record(ids[1] ?? '', other)).toMatchObject({ beyond: 'TOO_MANY_OTHERS' });
      await reach(ids[2] ?? '');
      await reach(ids[3] ?? '');
      await clockAt(clockId, '2026-03-13T22:00');
      const reached = { outcome: 'REACHED' };
      expect(await record(ids[2] ?? '', reached)).toMatchObject({ beyond: 'OUTSIDE_HOURS' });
      const wished = { ...reached, atDebtorsWish: 'yes' };
      expect(await record(ids[3] ?? '', wished)).toMatchObject({ beyond: null });
    });

    it('begins to count anew on the next day, and refuses a number of attempts that is none', async () => {
      const { clockId, ids } = await debtor(2);
      const [first = '', second = ''] = ids;
      const dialled = await record(first, { outcome: 'NOT_REACHED', attempts: '7' });
      expect(dialled).toMatchObject({ said: DONE, beyond: 'TOO_MANY_CALLS' });
      await reach(second);
      await clockAt(clockId, '2026-03-14T08:00');
      const none = await record(second, { outcome: 'NOT_REACHED', attempts: 'often' });
      expect(none).toMatchObject({ said: { ok: false, code: 'BAD_COMMAND' }, outcome: null });
      expect(await record(second, { outcome: 'REACHED' })).toMatchObject({ said: DONE, beyond: null });
    });
  });
});

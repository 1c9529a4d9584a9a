import { databaseClock } from '../../api/clock';
import { reconcileStatement } from '../../db/repositories/reconciliation';
import { terms } from '../unit/account/sample';
import { type RunningSandbox, startSandbox } from '../unit/sandbox/running-sandbox';
import { bookOn, clockedLoan, type LoanDesk, loanDesk, moveClock } from './support/loan-desk';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** 100,000.00 at 12% over twelve months, paid out on 10 January 2026, first instalment paid, second forty days late. */
let api: TestApi;
let sandbox: RunningSandbox;
let desk: LoanDesk;
const tokens: Record<string, string> = {};
let serial = 500;
/** The sandbox bank closes this account (mark 9910). */
const refusingCard = '6222020000000099101';

beforeAll(async () => {
  api = await startTestApi({
    clock: { now: (clockId): Promise<Date> => databaseClock(api.db).now(clockId) },
  });
  sandbox = await startSandbox();
  desk = loanDesk(api, sandbox.url);
  for (const [name, role, user] of [
    ['mine', 'applicant', 'me'],
    ['operator', 'operator', 'operator1'],
    ['senior', 'senior_officer', 'senior1'],
    ['risk', 'risk_manager', 'risk1'],
    ['otherRisk', 'risk_manager', 'risk2'],
    ['auditor', 'auditor', 'auditor1'],
    ['officer', 'officer', 'officer1'],
  ] as const)
    tokens[name] = await api.token(role, user);
});
afterAll(async () => {
  await desk.close();
  await sandbox.stop();
  await api.close();
});

async function lateLoan(cardNo?: string) {
  serial += 1;
  const now = new Date('2026-04-20T02:00:00Z');
  const loan = await clockedLoan(api, tokens.mine!, { terms: terms(), serial, now, cardNo });
  const out = { payoutId: `out_${serial}`, amountMinor: '10000000', withheldMinor: '0' };
  await bookOn(api, loan, '2026-01-10', { type: 'disbursed', ...out });
  await bookOn(api, loan, '2026-02-10', {
    type: 'repaid',
    paymentId: `pay_${serial}`,
    amountMinor: '888488',
  });
  await bookOn(api, loan, '2026-04-20');
  return loan;
}

let keys = 0;
const post = (url: string, payload: object, token: string, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: `/v1${url}`,
    payload,
    headers: { ...bearer(token), 'idempotency-key': `o${++keys}`, prefer: 'respond-async', ...headers },
  });
const get = (url: string, token = tokens.risk!) =>
  api.app.inject({ url: `/v1${url}`, headers: bearer(token) });
const preview = async (loanId: string, operation: object, token = tokens.operator!, more: object = {}) =>
  (await post(`/loans/${loanId}/operation-previews`, { operation, ...more }, token)).json();
const why = { reasonCodes: ['HARDSHIP'], comment: 'said on the phone' };
const order = (loanId: string, operation: object, token = tokens.operator!, more: object = {}) =>
  post(`/loans/${loanId}/operations`, { operation, ...why, ...more }, token);
const decide = (id: string, decision: string, token = tokens.risk!) =>
  post(`/money-operations/${id}/decision`, { decision, comment: 'looked at it' }, token);

type Entry = { lines: { accountCode: string; amountMinor: string }[] };
const sumOf = (entry: Entry) => entry.lines.reduce((sum, line) => sum + BigInt(line.amountMinor), 0n);
const plain = (entries: (Entry & { kind: string })[]) =>
  entries
    .map(({ kind, lines }) => ({
      kind,
      lines: lines.map(({ accountCode, amountMinor }) => `${accountCode} ${amountMinor}`).sort(),
    }))
    .sort((a, b) => a.kind.localeCompare(b.kind));

describe('the preview of a money operation', () => {
  const looked = [
    { kind: 'payment', amountMinor: '500000' },
    { kind: 'early_part', amountMinor: '4000000', way: 'shorter_term' },
    { kind: 'early_part', amountMinor: '4000000', way: 'lower_instalment' },
    { kind: 'early_full' },
    { kind: 'fee', code: 'NOTARY', amountMinor: '30000' },
    { kind: 'waiver', amounts: { penalty: '1000', compound: '100' } },
    { kind: 'rate_change', annualRatePercent: '9.6', reason: 'agreement' },
    { kind: 'deferral', periods: 2 },
    { kind: 'extension', periods: 3 },
    { kind: 'interest_pause', until: '2026-05-20' },
    { kind: 'reamortisation', periods: 6 },
    { kind: 'restructuring', capitalised: ['interest', 'penalty'], periods: 12, annualRatePercent: '10' },
    { kind: 'acceleration' },
    { kind: 'charge_off' },
    { kind: 'collateral_proceeds', amountMinor: '2000000', costsMinor: '50000', payerRef: 'AUCTION-1' },
    { kind: 'debt_transfer', buyer: 'AMC', priceMinor: '4000000', payerRef: 'SALE-1' },
  ];

  it.each(
    looked.map((operation) => [`${operation.kind} ${'way' in operation ? operation.way : ''}`, operation]),
  )('shows %s as a difference, with entries that balance, and changes nothing', async (_, operation) => {
    const { loanId } = await lateLoan();
    const before = (await get(`/loans/${loanId}`)).json();
    const seen = await preview(loanId, operation as object);
    expect(seen).toMatchObject({ loanId, on: '2026-04-20', loanVersion: before.version });
    expect(seen.before.balances).toEqual(before.balances);
    for (const entry of seen.entries) expect(sumOf(entry)).toBe(0n);
    const moved = seen.schedule.length > 0 || seen.entries.length > 0;
    expect(moved).toBe(true);
    expect(seen.after).not.toEqual(seen.before);
    expect((await get(`/loans/${loanId}`)).json()).toEqual(before);
  });

  /** Unpaid amounts by due date, as the plan of a loan has them. */
  const openRows = async (loanId: string) => {
    const { rows } = (await get(`/loans/${loanId}/schedule`)).json();
    const open = new Map<string, Record<string, bigint>>();
    for (const row of rows as { standing: string; dueOn: string; open: Record<string, string> }[]) {
      if (row.standing === 'cleared') continue;
      const sum = open.get(row.dueOn) ?? {};
      for (const [item, minor] of Object.entries(row.open)) sum[item] = (sum[item] ?? 0n) + BigInt(minor);
      open.set(row.dueOn, sum);
    }
    return open;
  };
  const asText = (amounts: Record<string, bigint> | undefined) =>
    amounts ? Object.fromEntries(Object.entries(amounts).map(([item, minor]) => [item, `${minor}`])) : null;
  /** The difference of two plans in the form of a preview. */
  const differenceOf = (
    was: Awaited<ReturnType<typeof openRows>>,
    is: Awaited<ReturnType<typeof openRows>>,
  ) =>
    [...new Set([...was.keys(), ...is.keys()])]
      .sort()
      .map((dueOn) => ({ dueOn, before: asText(was.get(dueOn)), after: asText(is.get(dueOn)) }))
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));

  /** Looks, carries out, and holds plan, entries, balances and state against what was shown. */
  async function heldAgainst(
    loan: { loanId: string },
    operation: object,
    carryOut: (seen: { needsSecondPerson: boolean }) => Promise<void>,
    effectiveOn?: string,
  ): Promise<void> {
    const { loanId } = loan;
    const more = effectiveOn === undefined ? {} : { effectiveOn };
    const seen = await preview(loanId, operation, tokens.operator, more);
    expect(seen).toMatchObject({ loanId });
    const rows = await openRows(loanId);
    const shownBefore = (await get(`/loans/${loanId}/journal?limit=200`)).json().data.length;
    await carryOut(seen);
    const posted = (await get(`/loans/${loanId}/journal?limit=200`)).json().data.slice(shownBefore);
    expect({ operation, entries: plain(posted) }).toEqual({
      operation,
      entries: plain([...seen.timeEntries, ...seen.entries]),
    });
    expect({ operation, plan: differenceOf(rows, await openRows(loanId)) }).toEqual({
      operation,
      plan: seen.schedule,
    });
    const after = (await get(`/loans/${loanId}`)).json();
    expect({ operation, balances: after.balances }).toEqual({ operation, balances: seen.after.balances });
    expect([after.status, after.nextDue, after.maturityOn]).toEqual([
      seen.after.status,
      seen.after.nextDue,
      seen.after.maturityOn,
    ]);
  }

  /** Orders an operation and lets the loan take it up. */
  const ordered =
    (
      { loanId, applicationId }: { loanId: string; applicationId: string },
      wanted: object,
      more: object = {},
    ) =>
    async ({ needsSecondPerson }: { needsSecondPerson: boolean }) => {
      const { id } = (await order(loanId, wanted, tokens.operator, more)).json();
      if (needsSecondPerson) expect((await decide(id, 'confirm')).statusCode).toBe(202);
      await desk.takeUp(applicationId);
      const carried = (await get(`/money-operations/${id}`)).json();
      expect([wanted, carried.status, carried.refusal]).toEqual([wanted, 'applied', null]);
    };

  it('posts exactly what it showed when the operation is carried out', async () => {
    const more = [
      { kind: 'rate_change', annualRatePercent: '15', reason: 'downgrade' },
      { kind: 'deferral', periods: 1, interest: 'waived' },
      { kind: 'interest_pause', until: '2026-06-20', also: 'penalty-too' },
      {
        kind: 'restructuring',
        capitalised: [],
        periods: 6,
        method: 'equal-principal',
        firstDueOn: '2026-05-31',
      },
    ];
    const orders = looked.filter(({ kind }) => !['payment', 'early_part', 'early_full'].includes(kind));
    for (const operation of [...orders, ...more]) {
      const loan = await lateLoan();
      const unique = 'payerRef' in operation ? { payerRef: `${operation.payerRef}-${serial}` } : {};
      const wanted = { ...operation, ...unique };
      await heldAgainst(loan, wanted, ordered(loan, wanted));
    }
  });

  it('shows beside it what the time since the last booking will post', async () => {
    const operation = { kind: 'fee', code: 'NOTARY', amountMinor: '30000' };
    const loan = await lateLoan();
    expect((await preview(loan.loanId, operation)).timeEntries).toEqual([]);
    await moveClock(api, loan.clockId, '2026-04-23');
    const { timeEntries, entries } = await preview(loan.loanId, operation);
    expect(timeEntries.map(({ kind }: { kind: string }) => kind)).toEqual(['accrual', 'penalty', 'compound']);
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['fee_charged']);
    await heldAgainst(loan, operation, ordered(loan, operation));
    const seen = await preview(loan.loanId, { kind: 'early_full' }, tokens.mine);
    expect([seen.entries, seen.timeEntries]).toEqual([null, null]);
  });

  it('posts what it showed of an operation that counts from a former day', async () => {
    for (const wanted of [
      { kind: 'rate_change', annualRatePercent: '6', reason: 'agreement' },
      { kind: 'interest_pause', until: '2026-04-10', also: 'penalty-too' },
      { kind: 'fee', code: 'NOTARY', amountMinor: '30000' },
      { kind: 'acceleration' },
    ]) {
      const loan = await lateLoan();
      const effectiveOn = '2026-03-15';
      await heldAgainst(loan, wanted, ordered(loan, wanted, { effectiveOn }), effectiveOn);
    }
  });

  it('posts what it showed of money that comes in, also backdated', async () => {
    const money = [
      [
        { kind: 'payment', amountMinor: '500000' },
        { type: 'repaid', amountMinor: '500000' },
      ],
      [
        { kind: 'payment', amountMinor: '30000000' },
        { type: 'repaid', amountMinor: '30000000' },
      ],
      [
        { kind: 'early_part', amountMinor: '4000000', way: 'shorter_term' },
        { type: 'prepaid', amountMinor: '4000000', way: 'shorter-term' },
      ],
      [
        { kind: 'early_part', amountMinor: '4000000', way: 'lower_instalment' },
        { type: 'prepaid', amountMinor: '4000000', way: 'lower-instalment' },
      ],
      [
        { kind: 'early_full', amountMinor: '10500000' },
        { type: 'prepaid', amountMinor: '10500000', way: 'full' },
      ],
    ] as const;
    for (const effectiveOn of ['2026-04-20', '2026-03-20'])
      for (const [shown, body] of money) {
        const loan = await lateLoan();
        const pay = () =>
          bookOn(api, loan, '2026-04-20', { ...body, paymentId: `in_${serial}` }, effectiveOn);
        await heldAgainst(loan, shown, pay, effectiveOn);
      }
  });

  it('posts what it showed of a recovery, a refund and an undone payment', async () => {
    const lost = await lateLoan();
    await bookOn(api, lost, '2026-04-20', { type: 'written_off' });
    const back = { type: 'recovered' as const, paymentId: `back_${serial}`, amountMinor: '9100000' };
    await heldAgainst(lost, { kind: 'recovery', amountMinor: '9100000' }, () =>
      bookOn(api, lost, '2026-04-20', back),
    );
    const rich = await lateLoan();
    const much = { type: 'repaid' as const, paymentId: `much_${serial}`, amountMinor: '3000000' };
    await bookOn(api, rich, '2026-04-20', much);
    const refund = { kind: 'refund', amountMinor: '100000' };
    await heldAgainst(rich, refund, ordered(rich, refund));
    const { data } = (await get(`/loans/${rich.loanId}/transactions`)).json();
    const paid = data.find((each: { type: string }) => each.type === 'repaid');
    const undo = { kind: 'reversal', transactionId: paid.id };
    await heldAgainst(rich, undo, ordered(rich, undo));
  });

  it('shows a backdated operation from its day on, and refuses a day that has not come', async () => {
    const { loanId } = await lateLoan();
    const fee = { kind: 'rate_change', annualRatePercent: '6', reason: 'agreement' };
    const today = await preview(loanId, fee);
    const earlier = await preview(loanId, fee, tokens.operator, { effectiveOn: '2026-03-10' });
    expect(earlier.effectiveOn).toBe('2026-03-10');
    expect(BigInt(earlier.after.payoffMinor)).toBeLessThan(BigInt(today.after.payoffMinor));
    const future = await post(
      `/loans/${loanId}/operation-previews`,
      { operation: fee, effectiveOn: '2026-04-21' },
      tokens.operator!,
    );
    expect(future.json()).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('says in words why the account would refuse, in both languages', async () => {
    const { loanId } = await lateLoan();
    const ask = (language: string) =>
      post(
        `/loans/${loanId}/operation-previews`,
        { operation: { kind: 'refund', amountMinor: '100' } },
        tokens.operator!,
        { 'accept-language': language },
      );
    const en = (await ask('en')).json();
    expect(en).toMatchObject({ status: 422, code: 'OPERATION_REFUSED' });
    expect(en.errors[0].detail).toBe('Less is waiting than would be refunded');
    expect((await ask('zh')).json().errors[0].detail).toBe('退款超过溢缴款余额');
  });

  it('keeps the entries from the borrower, who may see the plan', async () => {
    const { loanId } = await lateLoan();
    const early = { kind: 'early_full' };
    const seen = await preview(loanId, early, tokens.mine);
    expect(seen.entries).toBeNull();
    expect(seen.after.status).toBe('settled');
    expect(
      (await post(`/loans/${loanId}/operation-previews`, { operation: early }, tokens.mine!)).statusCode,
    ).toBe(200);
  });
});

describe('ordering a money operation', () => {
  it('is for staff who may change loans', async () => {
    const { loanId } = await lateLoan();
    const fee = { kind: 'fee', code: 'NOTARY', amountMinor: '30000' };
    for (const name of ['mine', 'officer', 'auditor'])
      expect((await order(loanId, fee, tokens[name])).statusCode).toBe(403);
    expect((await order(loanId, fee)).statusCode).toBe(202);
  });

  it('waits for a second person, who is not the first and whose limit reaches', async () => {
    const { loanId, applicationId } = await lateLoan();
    const waiver = { kind: 'waiver', amounts: { penalty: '1000' } };
    const { id, status, stakeMinor } = (await order(loanId, waiver, tokens.risk)).json();
    expect([status, stakeMinor]).toEqual(['proposed', '1000']);
    await desk.takeUp(applicationId);
    expect((await get(`/money-operations/${id}`)).json().status).toBe('proposed');
    expect((await decide(id, 'confirm', tokens.risk)).json().code).toBe('MAKER_IS_CHECKER');
    expect((await decide(id, 'confirm', tokens.operator)).statusCode).toBe(403);
    expect(
      (await get('/money-operations?status=proposed')).json().data.map((row: { id: string }) => row.id),
    ).toContain(id);
    expect((await decide(id, 'confirm', tokens.otherRisk)).json().status).toBe('confirmed');
    await desk.takeUp(applicationId);
    expect((await get(`/money-operations/${id}`)).json()).toMatchObject({ status: 'applied', refusal: null });
    expect((await decide(id, 'reject')).json().code).toBe('OPERATION_DECIDED');
  });

  it('is stopped by a limit of the second person', async () => {
    const { loanId } = await lateLoan();
    const { id } = (await order(loanId, { kind: 'acceleration' })).json();
    await api.pool.query(
      "update permissions set max_amount_minor = 1000 where role = 'senior_officer' and action = 'decide' and subject = 'Loan'",
    );
    expect((await decide(id, 'confirm', tokens.senior)).json().code).toBe('AMOUNT_ABOVE_AUTHORITY');
  });

  it('does nothing when it is rejected', async () => {
    const { loanId, applicationId } = await lateLoan();
    const { id } = (await order(loanId, { kind: 'charge_off' })).json();
    expect((await decide(id, 'reject')).json().status).toBe('rejected');
    await desk.takeUp(applicationId);
    expect((await get(`/loans/${loanId}`)).json().status).toBe('overdue');
  });

  it('is refused by the account when the loan changed meanwhile', async () => {
    const { loanId, applicationId, clockId } = await lateLoan();
    const { id } = (await order(loanId, { kind: 'waiver', amounts: { penalty: '1000' } })).json();
    await bookOn(api, { loanId, clockId }, '2026-04-20', {
      type: 'repaid',
      paymentId: 'pay_all',
      amountMinor: '9000000',
    });
    await decide(id, 'confirm');
    await desk.takeUp(applicationId);
    expect((await get(`/money-operations/${id}`)).json()).toMatchObject({
      status: 'refused',
      refusal: 'WAIVER_EXCEEDS_DEBT',
    });
  });

  it('cannot be altered by the runtime role once it was ordered', async () => {
    const { loanId } = await lateLoan();
    const { id } = (await order(loanId, { kind: 'waiver', amounts: { penalty: '1000' } })).json();
    const alter = (sql: string) => api.pool.query(sql, [id]);
    await expect(alter('update money_operations set body = body where id = $1')).rejects.toThrow(
      /permission/,
    );
    await expect(alter('delete from money_operations where id = $1')).rejects.toThrow(/permission/);
    await expect(
      alter("update money_operations set decided_by = proposed_by, status = 'confirmed' where id = $1"),
    ).rejects.toThrow(/two_persons/);
    await expect(alter("update money_operations set status = 'confirmed' where id = $1")).rejects.toThrow(
      /confirmed/,
    );
    await decide(id, 'reject');
    await expect(alter("update money_operations set status = 'confirmed' where id = $1")).rejects.toThrow(
      /forward/,
    );
  });

  it('undoes a booked payment, and only once', async () => {
    const { loanId, applicationId } = await lateLoan();
    const { data } = (await get(`/loans/${loanId}/transactions`)).json();
    const paid = data.find((each: { type: string }) => each.type === 'repaid');
    const undo = { kind: 'reversal', transactionId: paid.id };
    const { id } = (await order(loanId, undo)).json();
    await decide(id, 'confirm');
    await desk.takeUp(applicationId);
    const after = (await get(`/loans/${loanId}/transactions`)).json().data;
    expect(after.find((each: { id: string }) => each.id === paid.id).reversed).toBe(true);
    expect((await get(`/loans/${loanId}`)).json().daysOverdue).toBe(69);
    expect((await order(loanId, undo)).json().errors[0].detail).toBe('The transaction was undone before');
    const out = data.find((each: { type: string }) => each.type === 'disbursed');
    expect((await order(loanId, { kind: 'reversal', transactionId: out.id })).json().code).toBe(
      'OPERATION_REFUSED',
    );
  });
});

describe('a refund', () => {
  async function overpaid(cardNo?: string) {
    const loan = await lateLoan(cardNo);
    const much = { type: 'repaid' as const, paymentId: `pay_much_${serial}`, amountMinor: '20000000' };
    await bookOn(api, loan, '2026-04-20', { ...much, amountMinor: '3000000' });
    return loan;
  }

  it('is booked, paid by the bank under its key, and found on the statement', async () => {
    const { loanId, applicationId, clockId } = await overpaid();
    const { suspenseMinor } = (await get(`/loans/${loanId}`)).json().balances;
    expect(BigInt(suspenseMinor)).toBeGreaterThan(0n);
    const { id } = (await order(loanId, { kind: 'refund', amountMinor: suspenseMinor })).json();
    await decide(id, 'confirm');
    const plan = await desk.takeUp(applicationId);
    expect(plan.next).toMatchObject({ kind: 'refund' });
    expect((await get(`/loans/${loanId}`)).json().balances.suspenseMinor).toBe('0');
    await moveClock(api, clockId, '2026-04-20');
    const paid = await desk.payRefund(applicationId);
    const { rows } = await api.pool.query('select status, amount_minor from refunds where loan_id = $1', [
      loanId,
    ]);
    expect(rows).toEqual([{ status: 'confirmed', amount_minor: BigInt(suspenseMinor) }]);
    expect(paid.next?.kind).not.toBe('refund');
    const clock = { id: clockId, now: '2026-04-21T02:00:00.000Z' };
    const statement = await desk.payments.fetchStatement('2026-04-20', { clock });
    expect(statement.lines.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['payout', suspenseMinor],
    ]);
    const run = await api.db.transaction((tx) =>
      reconcileStatement(tx, statement, { clockId, at: new Date(clock.now) }),
    );
    expect(run).toMatchObject({ matched: 1, differences: 0 });
  });

  it('waits on the account again when the bank refuses it, and somebody is asked', async () => {
    const { loanId, applicationId } = await overpaid(refusingCard);
    const { suspenseMinor } = (await get(`/loans/${loanId}`)).json().balances;
    const { id } = (await order(loanId, { kind: 'refund', amountMinor: suspenseMinor })).json();
    await decide(id, 'confirm');
    await desk.takeUp(applicationId);
    await desk.payRefund(applicationId);
    expect((await get(`/loans/${loanId}`)).json().balances.suspenseMinor).toBe(suspenseMinor);
    const { data } = (await get('/tasks?limit=200', tokens.operator)).json();
    expect(data.filter((task: { loanId: string }) => task.loanId === loanId)).toMatchObject([
      { kind: 'refund', status: 'open', amountMinor: suspenseMinor },
    ]);
    const { rows } = await api.pool.query('select status from refunds where loan_id = $1', [loanId]);
    expect(rows).toEqual([{ status: 'failed' }]);
  });
});

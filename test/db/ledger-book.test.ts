import { encodeAccountTerms } from '../../contracts/account-terms';
import type { LoanEventBodyJson } from '../../contracts/loan-events';
import { openDatabase } from '../../db/client';
import { loadAccount, statementOf, transactionsOf } from '../../db/repositories/account';
import { type BookingOutcome, bookTo } from '../../db/repositories/book';
import { journal, trialBalance } from '../../db/repositories/ledger-reports';
import { createLoan } from '../../db/repositories/loans';
import { fromPercent } from '../../domain/money/decimal';
import { freshDatabase, type TestDatabase } from '../support/postgres';
import { terms } from '../unit/account/sample';

/** Goal: what the repository books is what the account asks for, at each step, in real Postgres as the runtime role. */
describe('booking a loan', () => {
  let database: TestDatabase;
  let open: ReturnType<typeof openDatabase>;
  let count = 0;

  beforeAll(async () => {
    database = await freshDatabase();
    open = openDatabase({ connectionString: database.appUrl });
  });
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  async function loan(
    over: Parameters<typeof terms>[0] = {},
    clockId: string | null = null,
  ): Promise<string> {
    count += 1;
    const row = await open.db.transaction((tx) =>
      createLoan(tx, {
        applicationId: `app_${count}`,
        customerId: 'cus_1',
        productCode: 'CONSUMER',
        productVersion: 1,
        terms: encodeAccountTerms(terms(over)),
        clockId,
      }),
    );
    return row.id;
  }

  function book(
    loanId: string,
    on: string,
    body: LoanEventBodyJson | null,
    over: { key?: string; effectiveOn?: string; version?: number; clockId?: string } = {},
  ): Promise<BookingOutcome> {
    count += 1;
    const newEvents =
      body === null
        ? []
        : [
            {
              body,
              effectiveOn: over.effectiveOn ?? on,
              idempotencyKey: over.key ?? `key-${count}`,
              actor: 'system',
            },
          ];
    return open.db.transaction((tx) =>
      bookTo(tx, {
        loanId,
        on,
        clockId: over.clockId ?? null,
        newEvents,
        ...(over.version === undefined ? {} : { expectedVersion: over.version }),
      }),
    );
  }

  const disburse: LoanEventBodyJson = {
    type: 'disbursed',
    payoutId: 'out_1',
    amountMinor: '10000000',
    withheldMinor: '0',
  };
  const repay = (amountMinor: string, paymentId = 'pay_1'): LoanEventBodyJson => ({
    type: 'repaid',
    paymentId,
    amountMinor,
  });

  function booked(outcome: BookingOutcome) {
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
    return outcome;
  }

  it('posts a payout, the first instalment late, and its payment legibly', async () => {
    const id = await loan();
    const first = booked(await book(id, '2026-01-10', disburse));
    expect(first.entries).toEqual([
      {
        kind: 'disbursed',
        eventKey: expect.any(String),
        lines: [
          { accountCode: '130301', amountMinor: '10000000' },
          { accountCode: '101201', amountMinor: '-10000000' },
        ],
      },
    ]);
    const late = booked(await book(id, '2026-02-20', repay('892930')));
    expect(late.entries.map((entry) => entry.kind)).toEqual([
      'accrual',
      'due',
      'penalty',
      'compound',
      'standing',
      'repaid',
    ]);
    expect(late.entries.at(-1)?.lines).toEqual([
      { accountCode: '101201', amountMinor: '892930' },
      { accountCode: '113202', amountMinor: '-100000' },
      { accountCode: '113203', amountMinor: '-3942' },
      { accountCode: '113204', amountMinor: '-500' },
      { accountCode: '130302', amountMinor: '-788488' },
    ]);
    expect(late.summary).toMatchObject({ status: 'active', daysOverdue: 0, dueMinor: '0' });
    const [row] = (
      await open.pool.query(
        'select version, status, max_days_overdue, booked_to::text, outstanding_principal_minor from loans where id = $1',
        [id],
      )
    ).rows;
    expect(row).toEqual({
      version: 2,
      status: 'active',
      max_days_overdue: 10,
      booked_to: '2026-02-20',
      outstanding_principal_minor: 9_211_512n,
    });
  });

  it('answers a repeat with the stored result and books nothing', async () => {
    const id = await loan();
    await book(id, '2026-01-10', disburse);
    const once = booked(await book(id, '2026-02-10', repay('888488', 'pay_r'), { key: 'pay_r' }));
    const again = booked(await book(id, '2026-03-01', repay('888488', 'pay_r'), { key: 'pay_r' }));
    expect(again.replayed).toBe(true);
    expect(again.summary).toEqual(once.summary);
    expect(again.version).toBe(once.version);
    expect(await book(id, '2026-03-01', repay('888489', 'pay_r'), { key: 'pay_r' })).toEqual({
      ok: false,
      code: 'KEY_REUSED',
    });
    const other = await loan();
    expect(await book(other, '2026-03-01', repay('888488', 'pay_r'), { key: 'pay_r' })).toEqual({
      ok: false,
      code: 'KEY_OF_ANOTHER_LOAN',
    });
  });

  it('refuses a stale version, a passed booking date and a future effective date', async () => {
    const id = await loan();
    await book(id, '2026-01-10', disburse);
    expect(await book(id, '2026-02-10', repay('1'), { version: 0 })).toMatchObject({
      ok: false,
      code: 'VERSION_CONFLICT',
      version: 1,
    });
    expect(await book(id, '2026-01-09', repay('1'))).toMatchObject({ code: 'BOOKING_DATE_PASSED' });
    expect(await book(id, '2026-02-10', repay('1'), { effectiveOn: '2026-02-11' })).toMatchObject({
      code: 'EFFECTIVE_AFTER_BOOKING',
    });
    expect(await book('loan_none', '2026-02-10', repay('1'))).toMatchObject({ code: 'LOAN_NOT_FOUND' });
  });

  it('keeps two payments at the same moment apart', async () => {
    const id = await loan();
    await book(id, '2026-01-10', disburse);
    const outcomes = await Promise.all([
      book(id, '2026-02-10', repay('400000', 'pay_x'), { key: 'pay_x' }),
      book(id, '2026-02-10', repay('488488', 'pay_y'), { key: 'pay_y' }),
    ]);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const loaded = await loadAccount(open.db, id, { asOf: '2026-02-10' });
    expect(loaded?.account.balances).toMatchObject({ interestDueMinor: 0n, principalMinor: 9_211_512n });
    const events = transactionsOf(loaded!);
    const sum = events.reduce((total, event) => total + BigInt(event.allocated.principalMinor), 0n);
    expect(sum).toBe(788_488n);
  });

  it('books a backdated payment today, takes the penalty back, and keeps its effective date', async () => {
    const id = await loan();
    await book(id, '2026-01-10', disburse);
    await book(id, '2026-02-28', null);
    const result = booked(await book(id, '2026-03-02', repay('888488'), { effectiveOn: '2026-02-10' }));
    const entry = result.entries.at(-1);
    expect(entry?.kind).toBe('repaid');
    const codes = new Map(entry?.lines.map((line) => [line.accountCode, line.amountMinor]));
    expect(codes.get('601102')).toBe('7885');
    expect(codes.get('601103')).toBe('1000');
    const { rows } = await open.pool.query(
      'select booked_on::text, effective_on::text from journal_entries where loan_id = $1 and kind = $2',
      [id, 'repaid'],
    );
    expect(rows).toEqual([{ booked_on: '2026-03-02', effective_on: '2026-02-10' }]);
    expect(result.summary.penaltyMinor).toBe('0');
  });

  it('undoes a bounced payment and leaves the loan overdue as before', async () => {
    const id = await loan();
    await book(id, '2026-01-10', disburse);
    await book(id, '2026-02-10', repay('888488', 'pay_b'), { key: 'pay_b' });
    const undone = booked(
      await book(id, '2026-02-13', { type: 'reversed', eventKey: 'pay_b', reason: 'bounced' }),
    );
    expect(undone.summary).toMatchObject({ status: 'overdue', daysOverdue: 3, dueMinor: '889821' });
    expect(
      await book(id, '2026-02-13', { type: 'reversed', eventKey: 'pay_b', reason: 'bounced' }),
    ).toMatchObject({ code: 'EVENT_ALREADY_REVERSED' });
  });

  it('moves a loan off the balance sheet after ninety days, writes it off and books recoveries', async () => {
    const id = await loan({ vat: { interest: fromPercent('6'), fee: fromPercent('6') } });
    await book(id, '2026-01-10', disburse);
    await book(id, '2026-05-11', null);
    const after = booked(await book(id, '2026-05-12', null));
    expect(after.summary.nonAccrual).toBe(true);
    expect(after.entries.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['non_accrual', 'memo']));
    const gone = booked(await book(id, '2026-09-01', { type: 'written_off' }));
    expect(gone.summary).toMatchObject({ status: 'written_off', outstandingPrincipalMinor: '0' });
    await book(id, '2026-10-01', { type: 'recovered', paymentId: 'pay_z', amountMinor: '10100000' });
    const { rows } = await open.pool.query(
      `select account_code, sum(amount_minor)::bigint as balance from postings where loan_id = $1 group by 1 having sum(amount_minor) <> 0 order by 1`,
      [id],
    );
    const held = new Map(rows.map((row) => [row.account_code, row.balance]));
    expect(held.get('101201')).toBe(100_000n);
    expect(held.get('130303')).toBeUndefined();
    expect(held.get('113202')).toBeUndefined();
    expect(held.get('601101')).toBe(-94_340n);
    expect(held.get('222101')).toBe(-5_660n);
    expect(held.get('900201')).toBeUndefined();
    expect(held.get('900202')).toBeGreaterThan(0n);
  });

  it('balances its trial balance, and keeps clocks apart', async () => {
    const id = await loan({}, 'clk_t');
    await book(id, '2026-01-10', disburse, { clockId: 'clk_t' });
    await book(id, '2026-02-10', repay('900000'), { clockId: 'clk_t' });
    const live = await trialBalance(open.db, { on: '2027-12-31', clockId: null, currency: 'CNY' });
    expect(live.debitMinor).toBe(live.creditMinor);
    const clock = await trialBalance(open.db, { on: '2026-01-31', clockId: 'clk_t', currency: 'CNY' });
    expect(clock.rows.map((row) => [row.code, row.balanceMinor])).toEqual([
      ['101201', -10_000_000n],
      ['130301', 10_000_000n],
    ]);
    const later = await trialBalance(open.db, { on: '2026-02-28', clockId: 'clk_t', currency: 'CNY' });
    expect(later.rows.find((row) => row.code === '224101')?.balanceMinor).toBe(-11_512n);
  });

  it('states a month as the books had it: opening, what was booked, closing', async () => {
    const id = await loan();
    await book(id, '2026-01-10', disburse);
    await book(id, '2026-02-10', repay('888488', 'pay_s1'));
    await book(id, '2026-03-12', repay('888488', 'pay_s2'), { effectiveOn: '2026-03-10' });
    const february = await statementOf(open.db, id, { from: '2026-02-01', to: '2026-03-11' });
    expect(february?.opening).toMatchObject({ outstandingPrincipalMinor: '10000000', suspenseMinor: '0' });
    expect(february?.closing).toMatchObject({ status: 'overdue', outstandingPrincipalMinor: '9211512' });
    expect(february?.transactions.map((each) => [each.bookedOn, each.allocated.principalMinor])).toEqual([
      ['2026-02-10', '788488'],
    ]);
    const march = await statementOf(open.db, id, { from: '2026-03-12', to: '2026-03-31' });
    expect(march?.closing).toMatchObject({ status: 'active', daysOverdue: 0 });
    expect(march?.transactions).toHaveLength(1);
  });

  it('exports the journal page by page', async () => {
    const scope = { from: '2026-01-01', to: '2026-12-31', clockId: null, entries: 3 };
    const seen = new Map<string, bigint>();
    for (let after: string | undefined; ; ) {
      const page = await journal(open.db, { ...scope, ...(after === undefined ? {} : { after }) });
      if (page.length === 0) break;
      for (const line of page) seen.set(line.entryId, (seen.get(line.entryId) ?? 0n) + line.amountMinor);
      after = page.at(-1)?.entryId;
    }
    const { rows } = await open.pool.query(
      "select count(*) from journal_entries where booked_on between '2026-01-01' and '2026-12-31' and clock_id is null",
    );
    expect(BigInt(seen.size)).toBe(rows[0].count);
    expect([...seen.values()].every((sum) => sum === 0n)).toBe(true);
  });

  it('refuses to commit when the ledger no longer equals the account', async () => {
    const id = await loan();
    await book(id, '2026-01-10', disburse);
    await open.db.transaction(async (tx) => {
      await tx.execute(
        `insert into journal_entries (id, idempotency_key, loan_id, kind, description, booked_on, effective_on, currency) values ('led_forged', 'led_forged', '${id}', 'x', 'x', '2026-01-11', '2026-01-11', 'CNY')`,
      );
      await tx.execute(
        `insert into postings (entry_id, line_no, loan_id, account_code, amount_minor) values ('led_forged', 1, '${id}', '130301', 7), ('led_forged', 2, '${id}', '601101', -7)`,
      );
    });
    await expect(book(id, '2026-02-10', repay('888488'))).rejects.toThrow(/differs from its account/);
  });
});

import { bookOn, moveClock } from './support/loan-desk';
import { type MoneyDesk, openMoneyDesk } from './support/money-desk';

let money: MoneyDesk;
beforeAll(async () => {
  money = await openMoneyDesk();
});
afterAll(() => money.close());

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
    {
      kind: 'restructuring',
      capitalised: ['interest'],
      periods: 3,
      method: 'custom',
      sharesPpm: [200_000, 300_000, 500_000],
    },
    { kind: 'restructuring', capitalised: [], periods: 6, method: 'balloon', balloonMinor: '1000000' },
    {
      kind: 'restructuring',
      capitalised: [],
      periods: 6,
      method: 'interest-only-first',
      interestOnlyPeriods: 2,
    },
    { kind: 'restructuring', capitalised: [], periods: 6, method: 'flat' },
    { kind: 'acceleration' },
    { kind: 'charge_off' },
    { kind: 'collateral_proceeds', amountMinor: '2000000', costsMinor: '50000', payerRef: 'AUCTION-1' },
    { kind: 'debt_transfer', buyer: 'AMC', priceMinor: '4000000', payerRef: 'SALE-1' },
  ];

  it.each(
    looked.map((operation) => [`${operation.kind} ${'way' in operation ? operation.way : ''}`, operation]),
  )('shows %s as a difference, with entries that balance, and changes nothing', async (_, operation) => {
    const { loanId } = await money.lateLoan();
    const before = (await money.get(`/loans/${loanId}`)).json();
    const seen = await money.preview(loanId, operation as object);
    expect(seen).toMatchObject({ loanId, on: '2026-04-20', loanVersion: before.version });
    expect(seen.before.balances).toEqual(before.balances);
    for (const entry of seen.entries) expect(sumOf(entry)).toBe(0n);
    const moved = seen.schedule.length > 0 || seen.entries.length > 0;
    expect(moved).toBe(true);
    expect(seen.after).not.toEqual(seen.before);
    expect((await money.get(`/loans/${loanId}`)).json()).toEqual(before);
  });

  /** Unpaid amounts by due date, as the plan of a loan has them. */
  const openRows = async (loanId: string) => {
    const { rows } = (await money.get(`/loans/${loanId}/schedule`)).json();
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
    const seen = await money.preview(loanId, operation, money.tokens.operator, more);
    expect(seen).toMatchObject({ loanId });
    const rows = await openRows(loanId);
    const shownBefore = (await money.get(`/loans/${loanId}/journal?limit=200`)).json().data.length;
    await carryOut(seen);
    const posted = (await money.get(`/loans/${loanId}/journal?limit=200`)).json().data.slice(shownBefore);
    expect({ operation, entries: plain(posted) }).toEqual({
      operation,
      entries: plain([...seen.timeEntries, ...seen.entries]),
    });
    expect({ operation, plan: differenceOf(rows, await openRows(loanId)) }).toEqual({
      operation,
      plan: seen.schedule,
    });
    const after = (await money.get(`/loans/${loanId}`)).json();
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
      const { id } = (await money.order(loanId, wanted, money.tokens.operator, more)).json();
      if (needsSecondPerson) expect((await money.decide(id, 'confirm')).statusCode).toBe(202);
      await money.desk.takeUp(applicationId);
      const carried = (await money.get(`/money-operations/${id}`)).json();
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
      const loan = await money.lateLoan();
      const unique = 'payerRef' in operation ? { payerRef: `${operation.payerRef}-${loan.serial}` } : {};
      const wanted = { ...operation, ...unique };
      await heldAgainst(loan, wanted, ordered(loan, wanted));
    }
  });

  it('shows beside it what the time since the last booking will post', async () => {
    const operation = { kind: 'fee', code: 'NOTARY', amountMinor: '30000' };
    const loan = await money.lateLoan();
    expect((await money.preview(loan.loanId, operation)).timeEntries).toEqual([]);
    await moveClock(money.api, loan.clockId, '2026-04-23');
    const { timeEntries, entries } = await money.preview(loan.loanId, operation);
    expect(timeEntries.map(({ kind }: { kind: string }) => kind)).toEqual(['accrual', 'penalty', 'compound']);
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['fee_charged']);
    await heldAgainst(loan, operation, ordered(loan, operation));
    const seen = await money.preview(loan.loanId, { kind: 'early_full' }, money.tokens.mine);
    expect([seen.entries, seen.timeEntries]).toEqual([null, null]);
  });

  it('posts what it showed of an operation that counts from a former day', async () => {
    for (const wanted of [
      { kind: 'rate_change', annualRatePercent: '6', reason: 'agreement' },
      { kind: 'interest_pause', until: '2026-04-10', also: 'penalty-too' },
      { kind: 'fee', code: 'NOTARY', amountMinor: '30000' },
      { kind: 'acceleration' },
    ]) {
      const loan = await money.lateLoan();
      const effectiveOn = '2026-03-15';
      await heldAgainst(loan, wanted, ordered(loan, wanted, { effectiveOn }), effectiveOn);
    }
  });

  it('posts what it showed of money that comes in, also backdated', async () => {
    const incoming = [
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
      for (const [shown, body] of incoming) {
        const loan = await money.lateLoan();
        const pay = () =>
          bookOn(money.api, loan, '2026-04-20', { ...body, paymentId: `in_${loan.serial}` }, effectiveOn);
        await heldAgainst(loan, shown, pay, effectiveOn);
      }
  });

  it('posts what it showed of a recovery, a refund and an undone payment', async () => {
    const lost = await money.lateLoan();
    await bookOn(money.api, lost, '2026-04-20', { type: 'written_off' });
    const back = { type: 'recovered' as const, paymentId: `back_${lost.serial}`, amountMinor: '9100000' };
    await heldAgainst(lost, { kind: 'recovery', amountMinor: '9100000' }, () =>
      bookOn(money.api, lost, '2026-04-20', back),
    );
    const rich = await money.lateLoan();
    const much = { type: 'repaid' as const, paymentId: `much_${rich.serial}`, amountMinor: '3000000' };
    await bookOn(money.api, rich, '2026-04-20', much);
    const refund = { kind: 'refund', amountMinor: '100000' };
    await heldAgainst(rich, refund, ordered(rich, refund));
    const { data } = (await money.get(`/loans/${rich.loanId}/transactions`)).json();
    const paid = data.find((each: { type: string }) => each.type === 'repaid');
    const undo = { kind: 'reversal', transactionId: paid.id };
    await heldAgainst(rich, undo, ordered(rich, undo));
  });

  it('shows a backdated operation from its day on, and refuses a day that has not come', async () => {
    const { loanId } = await money.lateLoan();
    const fee = { kind: 'rate_change', annualRatePercent: '6', reason: 'agreement' };
    const today = await money.preview(loanId, fee);
    const earlier = await money.preview(loanId, fee, money.tokens.operator, { effectiveOn: '2026-03-10' });
    expect(earlier.effectiveOn).toBe('2026-03-10');
    expect(BigInt(earlier.after.payoffMinor)).toBeLessThan(BigInt(today.after.payoffMinor));
    const future = await money.post(
      `/loans/${loanId}/operation-previews`,
      { operation: fee, effectiveOn: '2026-04-21' },
      money.tokens.operator,
    );
    expect(future.json()).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('says in words why the account would refuse, in both languages', async () => {
    const { loanId } = await money.lateLoan();
    const ask = (language: string) =>
      money.post(
        `/loans/${loanId}/operation-previews`,
        { operation: { kind: 'refund', amountMinor: '100' } },
        money.tokens.operator,
        { 'accept-language': language },
      );
    const en = (await ask('en')).json();
    expect(en).toMatchObject({ status: 422, code: 'OPERATION_REFUSED' });
    expect(en.errors[0].detail).toBe('Less is waiting than would be refunded');
    expect((await ask('zh')).json().errors[0].detail).toBe('退款超过溢缴款余额');
  });

  it('keeps the entries from the borrower, who may see the plan', async () => {
    const { loanId } = await money.lateLoan();
    const early = { kind: 'early_full' };
    const seen = await money.preview(loanId, early, money.tokens.mine);
    expect(seen.entries).toBeNull();
    expect(seen.after.status).toBe('settled');
    expect(
      (await money.post(`/loans/${loanId}/operation-previews`, { operation: early }, money.tokens.mine))
        .statusCode,
    ).toBe(200);
  });
});

import fc from 'fast-check';
import type { LoanEvent, LoanEventBody } from '../../../domain/account/events';
import { items } from '../../../domain/account/item';
import type { AccountTerms } from '../../../domain/account/terms';
import { type Day, toDay } from '../../../domain/calendar/civil-day';
import { allocate } from '../../../domain/money/allocate';
import { fromBps } from '../../../domain/money/decimal';
import { downPaymentOf } from '../../../domain/schedule/build-schedule';
import { periodsOf } from '../../../domain/schedule/due-dates';
import { againstOwnTerms } from '../../../domain/schedule/full-term';
import type { Method, ScheduleTerms } from '../../../domain/schedule/terms';

export const start: Day = toDay('2026-01-31');
const horizon = 700;

const method: fc.Arbitrary<Method> = fc.constantFrom<Method>(
  { kind: 'equal-instalment' },
  { kind: 'equal-principal' },
  { kind: 'interest-only' },
  { kind: 'bullet' },
  { kind: 'flat' },
  // biome-ignore lint/suspicious/noThenProperty: the field of the domain type; it holds text, nothing awaits it
  { kind: 'interest-only-first', periods: 3, then: 'equal-instalment' },
  { kind: 'revolving', repayments: [] },
  { kind: 'balloon', balloonMinor: 5_000n },
  // The rows of a table follow from the principal and the due dates: `withTable` lays them.
  { kind: 'custom', rows: [] },
);

/** A table with rows of any weight, some of them without principal, over the product's due dates. */
function withTable(schedule: ScheduleTerms, weights: readonly number[]): ScheduleTerms {
  if (schedule.method.kind !== 'custom') return schedule;
  const lentMinor = schedule.principalMinor - downPaymentOf(schedule, schedule.principalMinor);
  const dues = periodsOf(schedule).map(({ contractualDueOn }) => contractualDueOn);
  const parts = allocate(
    lentMinor,
    dues.map((_, index) => (index === dues.length - 1 ? 1n : BigInt(weights[index % weights.length] ?? 0))),
  );
  const rows = dues.map((dueOn, index) => ({ dueOn, principalMinor: parts[index] ?? 0n }));
  return { ...schedule, interest: 'by-day', method: { kind: 'custom', rows } };
}

const startable = (kind: Method['kind']) => kind === 'equal-instalment' || kind === 'equal-principal';

interface GracePick {
  readonly method: Method;
  readonly graceRows: number;
  readonly interestFreeRows: number;
  readonly putOffRows: number;
  readonly freeDays: number;
  readonly atStart: boolean;
}

/** A grace on principal or interest, or rows at the start of their periods, which leave no room for one. */
function graceOf({
  method,
  graceRows,
  interestFreeRows,
  putOffRows,
  freeDays,
  atStart,
}: GracePick): Partial<ScheduleTerms> {
  if (atStart && startable(method.kind)) return { dueAt: 'period-start' };
  const grace = {
    ...(graceRows > 0 && { principalPeriods: graceRows }),
    ...(interestFreeRows > 0 && { interestFreePeriods: interestFreeRows }),
    ...(putOffRows > 0 && { interestPeriods: putOffRows }),
    ...(freeDays > 0 && { interestFreeDays: freeDays }),
  };
  return Object.keys(grace).length > 0 ? { grace } : {};
}

/** Any product: method, day count, penalty, grace, order of allocation, what happens to excess money. */
export const anyTerms: fc.Arbitrary<AccountTerms> = fc
  .record({
    method,
    principalMinor: fc.bigInt(10_000n, 50_000_000n),
    rateBps: fc.integer({ min: 0, max: 3_600 }),
    periods: fc.integer({ min: 4, max: 24 }),
    dayCount: fc.constantFrom(
      '30/360' as const,
      'actual/360' as const,
      'actual/365' as const,
      'actual/actual' as const,
    ),
    interest: fc.constantFrom('per-period' as const, 'by-day' as const),
    recalculation: fc.constantFrom('none' as const, 'daily' as const),
    compound: fc.constantFrom('none' as const, 'contract' as const, 'penalty' as const),
    graceDays: fc.integer({ min: 0, max: 7 }),
    afterGrace: fc.constantFrom('from-due-date' as const, 'from-end-of-grace' as const),
    principalBears: fc.constantFrom('penalty' as const, 'contract-and-uplift' as const),
    order: fc.shuffledSubarray([...items], { minLength: 5 }),
    scan: fc.constantFrom('instalment-first' as const, 'item-first' as const),
    excess: fc.constantFrom('suspense' as const, 'shorter-term' as const, 'lower-instalment' as const),
    suspenseAtDue: fc.constantFrom('apply' as const, 'hold' as const),
    runningInterest: fc.constantFrom('collected' as const, 'next-due' as const),
    feeBps: fc.integer({ min: 0, max: 300 }),
    vatBps: fc.constantFrom(0, 600),
    convention: fc.constantFrom('china' as const, 'unequal-annuity' as const, 'constant-rate' as const),
    period: fc.constantFrom(
      { unit: 'month' as const, every: 1 },
      { unit: 'month' as const, every: 1 },
      { unit: 'month' as const, every: 3 },
      { unit: 'week' as const, every: 1 },
    ),
    monthEnd: fc.constantFrom('clamp' as const, 'roll' as const),
    graceRows: fc.constantFrom(0, 0, 0, 2),
    drawMonths: fc.constantFrom(undefined, 2, 9),
    interestFreeRows: fc.constantFrom(0, 0, 0, 2),
    putOffRows: fc.constantFrom(0, 0, 0, 2),
    freeDays: fc.constantFrom(0, 0, 0, 10, 45),
    downPercent: fc.constantFrom(0, 0, 0, 20),
    atStart: fc.constantFrom(false, false, false, true),
    weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }),
    upfront: fc.constantFrom([], [], ['paid' as const], ['withheld' as const]),
  })
  .map(
    (pick): AccountTerms => ({
      schedule: withTable(
        {
          convention: pick.convention,
          currency: 'CNY',
          principalMinor: pick.principalMinor,
          disbursedOn: start,
          annualRate: fromBps(pick.rateBps),
          method: pick.method,
          periods: pick.periods,
          period: pick.period,
          dayCount: pick.dayCount,
          interest: pick.interest,
          rounding: { mode: pick.convention === 'china' ? 'half-up' : 'half-even', decimals: 2 },
          monthEnd: pick.monthEnd,
          ...graceOf(pick),
          ...(pick.downPercent > 0 && { downPaymentRate: fromBps(pick.downPercent * 100) }),
          fees: pick.upfront.map((taken) => ({
            ...{ code: 'service', taken, when: { kind: 'upfront' as const } },
            amount: { kind: 'rate' as const, base: 'principal' as const, rate: fromBps(100) },
          })),
        },
        pick.weights,
      ),
      recalculation: pick.recalculation,
      overdue: {
        penaltyUplift: fromBps(5_000),
        compound: pick.compound,
        graceDays: pick.graceDays,
        afterGrace: pick.afterGrace,
        principalBears: pick.principalBears,
        dayBasis: 360,
        nonAccrualAfterDays: 90,
      },
      allocation: [
        { fromDaysOverdue: 0, order: pick.order, scan: pick.scan },
        {
          fromDaysOverdue: 91,
          order: ['principal', 'interest', 'fee', 'penalty', 'compound'],
          scan: 'item-first',
        },
      ],
      excess: pick.excess,
      suspenseAtDue: pick.suspenseAtDue,
      prepayment: {
        fees: [{ beforeMonths: 12, amount: { kind: 'rate', rate: fromBps(pick.feeBps) } }],
        runningInterest: pick.runningInterest,
      },
      ...(pick.drawMonths !== undefined && { drawMonths: pick.drawMonths }),
      repricing: { kind: 'fixed' },
      vat: { interest: fromBps(pick.vatBps), fee: fromBps(pick.vatBps) },
      ledger: {},
    }),
  )
  .chain((terms) =>
    // Only what a loan may be stored with: some methods have no payouts with terms of their own.
    fc.constantFrom('remaining' as const, 'full' as const).map((wanted): AccountTerms => {
      const fits = againstOwnTerms(terms.schedule) === null && terms.schedule.dueAt !== 'period-start';
      const trancheTerm = fits ? wanted : 'remaining';
      return { ...terms, schedule: { ...terms.schedule, trancheTerm } };
    }),
  );

const amount = fc.bigInt(1n, 6_000_000n);

/** A half of the principal, then a half of what is left, and so on; the last row takes the rest. */
function halves(rows: number): number[] {
  const shares = Array.from({ length: rows - 1 }, (_, index) => Math.floor(1_000_000 / 2 ** (index + 1)));
  return [...shares, 1_000_000 - shares.reduce((sum, share) => sum + share, 0)];
}

function body(ref: string): fc.Arbitrary<LoanEventBody> {
  const money = <T extends LoanEventBody>(make: (amountMinor: bigint) => T) => amount.map(make);
  return fc.oneof(
    { weight: 8, arbitrary: money((amountMinor) => ({ type: 'repaid', paymentId: ref, amountMinor })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(amount, fc.constantFrom('full' as const, 'shorter-term' as const, 'lower-instalment' as const))
        .map(([amountMinor, way]): LoanEventBody => ({ type: 'prepaid', paymentId: ref, amountMinor, way })),
    },
    {
      weight: 2,
      arbitrary: money((amountMinor) => ({
        type: 'fee_charged',
        code: 'x',
        amountMinor: amountMinor / 100n + 1n,
      })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(amount, amount, amount, amount).map(
        ([penalty, compound, interest, fee]): LoanEventBody => ({
          type: 'waived',
          amounts: { penalty, compound, interest: interest / 50n, fee, principal: fee / 50n },
          reason: 'x',
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: money((amountMinor) => ({
        type: 'disbursed',
        payoutId: ref,
        amountMinor,
        withheldMinor: amountMinor / 50n,
      })),
    },
    {
      weight: 2,
      arbitrary: fc
        .integer({ min: 0, max: 3_000 })
        .map((bps): LoanEventBody => ({ type: 'rate_changed', annualRate: fromBps(bps), reason: 'lpr' })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.integer({ min: 1, max: horizon }),
          fc.constantFrom('interest-only' as const, 'penalty-too' as const),
        )
        .map(([days, also]): LoanEventBody => ({ type: 'interest_paused', until: start + days, also })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('runs' as const, 'waived' as const))
        .map(([periods, interest]): LoanEventBody => ({ type: 'deferred', periods, interest })),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 6 })
        .map((periods): LoanEventBody => ({ type: 'extended', periods })),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 24 })
        .map((periods): LoanEventBody => ({ type: 'reamortised', periods })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.subarray(['fee', 'penalty', 'compound', 'interest'] as const),
          fc.integer({ min: 1, max: 12 }),
          fc.constantFrom<'before' | 'table' | Method>(
            'before',
            'before',
            'table',
            { kind: 'flat' },
            { kind: 'balloon', balloonMinor: 100n },
            // biome-ignore lint/suspicious/noThenProperty: the field of the domain type; it holds text, nothing awaits it
            { kind: 'interest-only-first', periods: 1, then: 'equal-principal' },
          ),
        )
        .map(
          ([capitalised, periods, shape]): LoanEventBody => ({
            type: 'restructured',
            capitalised: [...capitalised],
            periods,
            ...(shape === 'table' && { sharesPpm: halves(periods) }),
            ...(typeof shape === 'object' && { method: shape }),
          }),
        ),
    },
    { weight: 1, arbitrary: fc.constant<LoanEventBody>({ type: 'limit_ended' }) },
    { weight: 1, arbitrary: fc.constant<LoanEventBody>({ type: 'accelerated' }) },
    { weight: 1, arbitrary: fc.constant<LoanEventBody>({ type: 'written_off' }) },
    { weight: 1, arbitrary: money((amountMinor) => ({ type: 'recovered', paymentId: ref, amountMinor })) },
    {
      weight: 1,
      arbitrary: money((amountMinor) => ({
        type: 'collateral_realised',
        paymentId: ref,
        amountMinor,
        costsMinor: amountMinor / 20n,
      })),
    },
    {
      weight: 1,
      arbitrary: money((amountMinor) => ({
        type: 'refunded',
        payoutId: ref,
        amountMinor: amountMinor / 10n + 1n,
      })),
    },
    { weight: 1, arbitrary: money((priceMinor) => ({ type: 'transferred', buyer: 'x', priceMinor })) },
  );
}

interface Pick {
  readonly at: number;
  readonly late: number;
  readonly body: LoanEventBody;
  readonly undoes: boolean;
}

/** A stream of events in booking order: effective at any time before its booking, now and then undone by a reversal. */
export const anyStream: fc.Arbitrary<{ terms: AccountTerms; events: LoanEvent[]; until: Day }> =
  anyTerms.chain((terms) => {
    const picks: fc.Arbitrary<Pick>[] = Array.from({ length: 14 }, (_, index) =>
      fc.record({
        at: fc.integer({ min: 0, max: horizon }),
        late: fc.oneof(
          { weight: 3, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 120 }) },
        ),
        body: body(`ref-${index}`),
        undoes: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
      }),
    );
    return fc.tuple(...picks).map((all) => {
      const events: LoanEvent[] = [
        {
          key: 'k-start',
          effectiveOn: start,
          bookedOn: start,
          body: {
            type: 'disbursed',
            payoutId: 'ref-start',
            amountMinor: terms.schedule.principalMinor,
            withheldMinor: 0n,
          },
        },
      ];
      for (const [index, pick] of all.entries()) {
        const key = `k-${String(index).padStart(2, '0')}`;
        events.push({
          key,
          effectiveOn: start + pick.at,
          bookedOn: start + pick.at + pick.late,
          body: pick.body,
        });
        if (pick.undoes)
          events.push({
            key: `${key}-undo`,
            effectiveOn: start + pick.at + pick.late,
            bookedOn: start + pick.at + pick.late + 3,
            body: { type: 'reversed', eventKey: key, reason: 'x' },
          });
      }
      events.sort((a, b) => a.bookedOn - b.bookedOn);
      return { terms, events, until: start + horizon + 200 };
    });
  });

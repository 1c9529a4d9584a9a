import fc from 'fast-check';
import { QuoteRequest } from '../../../contracts/quote';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { quoteOf } from '../../../domain/quote/quote-of';
import { buildSchedule } from '../../../domain/schedule/build-schedule';
import { periodsOf } from '../../../domain/schedule/due-dates';
import { exactReckoning } from '../../../domain/schedule/exact-reckoning';
import { nineteenDigitReckoning } from '../../../domain/schedule/nineteen-digit-reckoning';
import { rebuildFrom, remainingDues } from '../../../domain/schedule/rebuild';
import { totalsOf } from '../../../domain/schedule/schedule';
import type { Method, ScheduleTerms } from '../../../domain/schedule/terms';

const start = toDay('2020-01-01');

const method: fc.Arbitrary<Method> = fc.constantFrom<Method>(
  { kind: 'equal-instalment' },
  { kind: 'equal-principal' },
  { kind: 'interest-only' },
  { kind: 'bullet' },
  { kind: 'flat' },
);

const rounding = fc.record({
  mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'up' as const, 'down' as const),
  decimals: fc.constantFrom(0, 2),
});

const terms: fc.Arbitrary<ScheduleTerms> = fc.record({
  convention: fc.constantFrom('china' as const, 'unequal-annuity' as const, 'constant-rate' as const),
  currency: fc.constant('CNY' as const),
  principalMinor: fc.bigInt({ min: 10_000n, max: 10_000_000_000n }),
  disbursedOn: fc.integer({ min: start, max: start + 2500 }),
  annualRate: fc.record({ units: fc.bigInt({ min: 0n, max: 3600n }), scale: fc.constant(4) }),
  method,
  periods: fc.integer({ min: 1, max: 60 }),
  period: fc.record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    every: fc.integer({ min: 1, max: 3 }),
  }),
  dayCount: fc.constantFrom(
    '30/360' as const,
    'actual/360' as const,
    'actual/365' as const,
    'actual/actual' as const,
    'actual/actual-feb29' as const,
  ),
  interest: fc.constantFrom('per-period' as const, 'by-day' as const),
  rounding,
  monthEnd: fc.constantFrom('clamp' as const, 'roll' as const),
});

const settings = { numRuns: 300 };

describe('any plan', () => {
  it('repays exactly the principal, never a negative amount', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const { rows } = buildSchedule(given);
        expect(totalsOf(rows).principalMinor).toBe(given.principalMinor);
        for (const row of rows) {
          expect(
            [row.principalMinor, row.interestMinor, row.balanceMinor].every((amount) => amount >= 0n),
          ).toBe(true);
          expect(row.totalMinor).toBe(row.principalMinor + row.interestMinor + row.feeMinor);
        }
        expect(rows.at(-1)?.balanceMinor).toBe(0n);
      }),
      settings,
    );
  });

  it('goes forward in time without a gap', () => {
    fc.assert(
      fc.property(terms, ({ ...given }) => {
        const { rows } = buildSchedule(given);
        rows.forEach((row, index) => {
          expect(row.no).toBe(index + 1);
          expect(row.from).toBe(rows[index - 1]?.dueOn ?? given.disbursedOn);
          expect(row.dueOn).toBeGreaterThan(row.from);
          expect(row.days).toBe(row.dueOn - row.from);
        });
      }),
      settings,
    );
  });

  it('comes out the same when what is left is laid out again', () => {
    const annuity = terms.map(
      (given): ScheduleTerms => ({ ...given, convention: 'china', method: { kind: 'equal-instalment' } }),
    );
    fc.assert(
      fc.property(annuity, fc.nat(), (given, pick) => {
        const { rows, instalmentMinor } = buildSchedule(given);
        const paid = rows[pick % rows.length];
        if (paid === undefined || paid.balanceMinor === 0n || instalmentMinor === null) return;
        const rebuilt = rebuildFrom({
          terms: given,
          fromDay: paid.dueOn,
          balanceMinor: paid.balanceMinor,
          annualRate: given.annualRate,
          remaining: remainingDues(given, paid.dueOn),
          keep: { what: 'instalment', instalmentMinor },
        });
        const rest = rows.slice(paid.no);
        expect(rebuilt.rows.slice(0, -1)).toEqual(rest.slice(0, rebuilt.rows.length - 1));
        expect(totalsOf(rebuilt.rows).principalMinor).toBe(paid.balanceMinor);
      }),
      settings,
    );
  });
});

describe('plain numbers', () => {
  const cents = { mode: 'half-even' as const, decimals: 2 };
  const unsure = { interest: () => null, instalment: () => null };

  it('never decide a cent differently from exact arithmetic', () => {
    fc.assert(
      fc.property(
        terms,
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 100 }),
        (raw, balance, cut) => {
          const given: ScheduleTerms = { ...raw, rounding: cents };
          const pairs = [
            [nineteenDigitReckoning(given, 1n), nineteenDigitReckoning(given, 1n, unsure)],
            [exactReckoning(given, 1n), exactReckoning(given, 1n, () => null)],
          ] as const;
          const rows = periodsOf(given).map((period) => {
            const middle = period.from + Math.floor(((period.dueOn - period.from) * cut) / 100);
            const part = { balanceMinor: balance, annualRate: given.annualRate };
            const segments = [
              { ...part, from: period.from, to: middle },
              { ...part, from: middle, to: period.dueOn },
            ].filter((segment) => segment.to > segment.from);
            return { period, segments };
          });
          const problem = {
            balanceMinor: balance,
            balloonMinor: 0n,
            annualRate: given.annualRate,
            count: rows.length,
            firstAfter: 1 as const,
            rows: () => rows,
          };
          for (const [quick, exact] of pairs) {
            for (const { segments, period } of rows) {
              expect(quick.interest(segments, period)).toBe(exact.interest(segments, period));
            }
            expect(quick.instalment(problem)).toBe(exact.instalment(problem));
          }
        },
      ),
      settings,
    );
  });
});

describe('any stream of events', () => {
  const day = fc.integer({ min: 0, max: 420 }).map((offset) => fromDay(start + offset));
  const amountMinor = fc.integer({ min: 1, max: 3_000_000 }).map(String);
  const event = fc.oneof(
    fc.record({ kind: fc.constant('payment' as const), on: day, amountMinor }),
    fc.record({
      kind: fc.constant('charge' as const),
      on: day,
      amountMinor,
      as: fc.constantFrom('fee' as const, 'penalty' as const),
    }),
    fc.record({
      kind: fc.constant('rate' as const),
      on: day,
      annualRatePercent: fc.constantFrom('0', '6', '18.5'),
    }),
  );
  const convention = fc.constantFrom('china' as const, 'unequal-annuity' as const);

  it('accounts for every unit, and only value dates matter', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 12 }),
        convention,
        fc.boolean(),
        (events, reckoning, recalculates) => {
          const ask = (given: typeof events) =>
            quoteOf(
              QuoteRequest.parse({
                convention: reckoning,
                principalMinor: '10000000',
                disbursedOn: fromDay(start),
                annualRatePercent: '12',
                periods: 12,
                events: given,
                asOf: fromDay(start + 430),
                recalculation: recalculates ? { kind: 'by-payment-day' } : { kind: 'none' },
              }),
            );
          const result = ask(events);
          if (!result.ok) throw new Error(result.code);
          const received = events.reduce(
            (sum, each) => (each.kind === 'payment' ? sum + BigInt(each.amountMinor) : sum),
            0n,
          );
          expect(BigInt(result.totals.paidMinor) + BigInt(result.overpaidMinor)).toBe(received);
          expect(result.totals.principalMinor).toBe('10000000');
          for (const row of result.rows) {
            expect(BigInt(row.outstandingMinor)).toBeGreaterThanOrEqual(0n);
            expect(BigInt(row.principalMinor)).toBeGreaterThanOrEqual(0n);
            expect(BigInt(row.interestMinor)).toBeGreaterThanOrEqual(0n);
          }
          const byDay = new Map(events.map((each) => [`${each.kind}${each.on}`, each]));
          if (byDay.size === events.length) expect(ask(events.toReversed())).toEqual(result);
        },
      ),
      { numRuns: 200 },
    );
  });
});

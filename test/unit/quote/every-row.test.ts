import { QuoteRequest, type QuoteResult } from '../../../contracts/quote';
import { quoteOf } from '../../../domain/quote/quote-of';

/**
 * Each row of each method held against the definition of its interest, worked out here from dates and balances alone:
 * what was owed × rate × part of the year, rounded half up once.
 */
const units = [
  { unit: 'day', every: 30 },
  { unit: 'week', every: 2 },
  { unit: 'month', every: 1 },
  { unit: 'month', every: 3 },
  { unit: 'year', every: 1 },
] as const;
const methods = [
  { kind: 'equal-instalment' },
  { kind: 'equal-principal' },
  { kind: 'interest-only' },
  { kind: 'bullet' },
  { kind: 'flat' },
  { kind: 'balloon', balloonMinor: '3000000' },
  // biome-ignore lint/suspicious/noThenProperty: a field of data that is never awaited
  { kind: 'interest-only-first', periods: 2, then: 'equal-instalment' },
  { kind: 'revolving', repayments: [] },
] as const;
const dayCounts = ['30/360', 'actual/360', 'actual/365', 'actual/actual', 'actual/actual-feb29'] as const;
type Unit = (typeof units)[number];
type Row = QuoteResult['rows'][number];

const day = (text: string) => Date.parse(text) / 86_400_000;
const leap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Numerator and denominator of a part of a year. */
type Part = readonly [bigint, bigint];

function byDays({ from, dueOn }: Row, dayCount: (typeof dayCounts)[number]): Part {
  const days = day(dueOn) - day(from);
  if (dayCount === 'actual/365') return [BigInt(days), 365n];
  if (dayCount === 'actual/actual') {
    let sum = 0n;
    for (let on = day(from) + 1; on <= day(dueOn); on++)
      sum += leap(new Date(on * 86_400_000).getUTCFullYear()) ? 365n : 366n;
    return [sum, 365n * 366n];
  }
  if (dayCount === 'actual/actual-feb29') {
    for (let on = day(from) + 1; on <= day(dueOn); on++)
      if (new Date(on * 86_400_000).toISOString().slice(5, 10) === '02-29') return [BigInt(days), 366n];
    return [BigInt(days), 365n];
  }
  return [BigInt(days), 360n];
}

const perYear = { day: 360n, week: 52n, month: 12n, year: 1n };

interface Asked {
  readonly unit: Unit;
  readonly method: (typeof methods)[number];
  readonly interest: 'per-period' | 'by-day';
  readonly dayCount: (typeof dayCounts)[number];
}

const periods = 5;

function partOf(row: Row, { unit, method, interest, dayCount }: Asked): Part {
  const wholes = method.kind === 'bullet' ? BigInt(periods) : 1n;
  const whole: Part = [BigInt(unit.every) * wholes, perYear[unit.unit]];
  const byPeriod = interest === 'per-period' && method.kind !== 'revolving';
  if (byPeriod && unit.unit !== 'day') return whole;
  if (dayCount === '30/360' && (unit.unit === 'month' || unit.unit === 'year')) return whole;
  return byDays(row, dayCount);
}

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

const asked: readonly Asked[] = units.flatMap((unit) =>
  methods.flatMap((method) =>
    (['per-period', 'by-day'] as const).flatMap((interest) =>
      dayCounts.map((dayCount) => ({ unit, method, interest, dayCount })),
    ),
  ),
);

describe('every row of every method', () => {
  it.each(units)('bears what was owed × rate × part of the year, every $every $unit', (unit) => {
    for (const one of asked.filter((each) => each.unit === unit)) {
      const { method, interest, dayCount } = one;
      const request = QuoteRequest.parse({
        principalMinor: '12345678',
        disbursedOn: '2027-12-31',
        annualRatePercent: '7.35',
        periods,
        period: unit,
        method,
        interest,
        dayCount,
      });
      const answer = quoteOf(request);
      if (!answer.ok) throw new Error(`${JSON.stringify(one)}: ${answer.code}`);
      let owed = 12_345_678n;
      for (const row of answer.rows) {
        const [numerator, denominator] = partOf(row, one);
        const bearing = method.kind === 'flat' ? 12_345_678n : owed;
        const expected = roundHalfUp(bearing * 735n * numerator, 10_000n * denominator);
        expect({ ...one, no: row.no, interest: row.interestMinor }).toEqual({
          ...one,
          no: row.no,
          interest: `${expected}`,
        });
        owed -= BigInt(row.principalMinor);
        expect(row.balanceMinor).toBe(`${owed}`);
      }
      expect(owed).toBe(0n);
    }
  });

  it.each(['unequal-annuity', 'constant-rate'] as const)(
    'bears the whole term in the one row of a bullet by %s',
    (convention) => {
      const answer = quoteOf(
        QuoteRequest.parse({
          ...{ principalMinor: '10000000', disbursedOn: '2026-01-31', annualRatePercent: '12', periods: 4 },
          ...{ convention, method: { kind: 'bullet' }, interest: 'per-period' },
        }),
      );
      expect(answer).toMatchObject({ ok: true, rows: [{ interestMinor: '400000' }] });
    },
  );

  it('charges a fee on the balance on what is owed over the period, in the plan as in the cost table', () => {
    const answer = quoteOf(
      QuoteRequest.parse({
        ...{ principalMinor: '10000000', disbursedOn: '2026-01-31', annualRatePercent: '12', periods: 4 },
        method: { kind: 'equal-principal' },
        fees: [
          {
            code: 'GUARANTEE',
            when: { kind: 'each-row' },
            amount: { kind: 'rate', base: 'balance', ratePercent: '0.1' },
          },
        ],
      }),
    );
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.rows.map(({ feeMinor }) => feeMinor)).toEqual(['10000', '7500', '5000', '2500']);
    expect(answer.cost?.items).toContainEqual(
      expect.objectContaining({ code: 'GUARANTEE', amountMinor: '25000' }),
    );
  });
});

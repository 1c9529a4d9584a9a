import fc from 'fast-check';
import { convertMinor } from '../../../domain/money/convert';
import type { Currency } from '../../../domain/money/currency';

const currency = fc.constantFrom<Currency>('CNY', 'HKD', 'USD', 'EUR', 'JPY');
const amount = fc.bigInt({ min: 0n, max: 10n ** 18n });
/** Rates of up to eight decimals. */
const rate = fc.record({
  units: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  scale: fc.integer({ min: 0, max: 8 }),
});
const rates = fc
  .record({ HKD: rate, USD: rate, EUR: rate, JPY: rate })
  .map((known) => new Map(Object.entries(known)));

/** Goal: an amount that is held against a limit is never understated, whatever rates are published. */
describe('converting minor units up', () => {
  it('leaves an amount of the same currency as it is', () =>
    fc.assert(
      fc.property(amount, currency, rates, (minor, one, known) => {
        expect(convertMinor(minor, { from: one, to: one }, known, 'ceil')).toBe(minor);
      }),
    ));

  it('never turns a larger amount into a smaller one', () =>
    fc.assert(
      fc.property(amount, amount, currency, currency, rates, (a, b, from, to, known) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const convert = (minor: bigint) => convertMinor(minor, { from, to }, known, 'ceil') ?? -1n;
        expect(convert(less) <= convert(more)).toBe(true);
      }),
    ));

  it('is worth no less than what was given, and less than one unit more', () =>
    fc.assert(
      fc.property(amount, currency, currency, rates, (minor, from, to, known) => {
        const there = convertMinor(minor, { from, to }, known, 'ceil') ?? -1n;
        const back = (value: bigint) => convertMinor(value, { from: to, to: from }, known, 'floor') ?? -1n;
        expect(back(there) >= minor).toBe(true);
        if (there > 0n) expect(back(there - 1n) < minor || minor === 0n).toBe(true);
      }),
    ));
});

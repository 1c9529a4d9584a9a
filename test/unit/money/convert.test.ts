import { convertMinor } from '../../../domain/money/convert';
import type { Currency } from '../../../domain/money/currency';
import { parseDecimal } from '../../../domain/money/decimal';
import type { RoundingMode } from '../../../domain/money/rounding';

const rates = new Map([
  ['USD', parseDecimal('7.2')],
  ['JPY', parseDecimal('0.05')],
  ['EUR', parseDecimal('8.12345678')],
]);
const convert = (amountMinor: bigint, from: Currency, to: Currency, mode: RoundingMode = 'ceil') =>
  convertMinor(amountMinor, { from, to }, rates, mode);

describe('converting minor units', () => {
  it.each<[bigint, Currency, Currency, bigint]>([
    [100n, 'USD', 'CNY', 720n],
    // 69,444.44 dollars are 499,999.968 yuan.
    [6_944_444n, 'USD', 'CNY', 49_999_997n],
    // The yen has no minor digits: 1,000 yen are 50.00 yuan.
    [1_000n, 'JPY', 'CNY', 5_000n],
    [5_000n, 'CNY', 'JPY', 1_000n],
    [5_001n, 'CNY', 'JPY', 1_001n],
    // One cent is worth 0.072 yuan, which is 1.44 yen.
    [1n, 'USD', 'JPY', 2n],
    [1n, 'JPY', 'USD', 1n],
    [100_000_000n, 'EUR', 'CNY', 812_345_678n],
    [0n, 'USD', 'CNY', 0n],
  ])('takes %s of %s to %s', (amountMinor, from, to, expected) =>
    expect(convert(amountMinor, from, to)).toBe(expected),
  );

  it('rounds once, in the direction that is asked for', () => {
    expect(convert(6_944_444n, 'USD', 'CNY', 'down')).toBe(49_999_996n);
    expect(convert(1n, 'USD', 'JPY', 'down')).toBe(1n);
  });

  it('stays exact where a float is not', () =>
    expect(convert(9_007_199_254_740_993n, 'USD', 'CNY')).toBe(64_851_834_634_135_150n));

  it('says null where a rate is missing, on either side, and needs none within one currency', () => {
    expect(convert(1n, 'HKD', 'CNY')).toBeNull();
    expect(convert(1n, 'CNY', 'HKD')).toBeNull();
    expect(convert(1n, 'USD', 'HKD')).toBeNull();
    expect(convert(1n, 'HKD', 'HKD')).toBe(1n);
  });
});

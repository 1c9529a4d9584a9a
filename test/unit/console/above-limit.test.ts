import { isAboveLimit } from '../../../web/src/money/above-limit';

describe('what a person may decide, as the console knows it', () => {
  it.each([
    ['1000', '1001', 'CNY', true],
    ['1000', '1000', 'CNY', false],
    [null, '1001', 'CNY', false],
    // More minor units, but not known to be worth more.
    ['1000', '1001', 'JPY', false],
    ['1000', '1001', 'HKD', false],
  ])('a limit of %s and %s %s', (limit, stakeMinor, currency, above) =>
    expect(isAboveLimit(limit, { stakeMinor, currency })).toBe(above),
  );
});

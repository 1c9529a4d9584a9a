import { digitsOf, minorOf, moneyText, NO_CURRENCY, oneOf, signOf } from '../../../web/src/ui/money-text';

describe('an amount in the console', () => {
  it.each([
    ['CNY', '123456789', '¥1,234,567.89'],
    ['USD', '123456789', 'USD 1,234,567.89'],
    ['JPY', '1234567', 'JPY 1,234,567'],
    ['JPY', '-7', 'JPY −7'],
    ['EUR', '5', 'EUR 0.05'],
  ])('of %s says its currency, with its own decimals', (currency, minor, said) => {
    expect(signOf(currency) + moneyText(minor, currency)).toBe(said);
  });

  it.each([
    ['CNY', 12.34, '1234'],
    ['JPY', 1234, '1234'],
    ['USD', 0, null],
    ['USD', null, null],
  ])('in %s is typed as %s', (currency, typed, minor) => {
    expect(minorOf(typed, currency)).toBe(minor);
  });

  it('of things of several currencies has none of its own, and says none', () => {
    expect(oneOf(['USD', 'USD'])).toBe('USD');
    expect(oneOf([])).toBeUndefined();
    expect(oneOf(['CNY', 'USD'])).toBe(NO_CURRENCY);
    expect(signOf(NO_CURRENCY) + moneyText('123456', NO_CURRENCY)).toBe('1,234.56');
  });

  it('has cents but in yen', () => {
    expect(['CNY', 'HKD', 'USD', 'EUR', 'JPY'].map(digitsOf)).toEqual([2, 2, 2, 2, 0]);
  });
});

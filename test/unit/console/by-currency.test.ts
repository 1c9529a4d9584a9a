import { currencyField, currencyUnder } from '../../../web/src/lists/by-currency';
import { NO_CURRENCY } from '../../../web/src/ui/money-text';

const [yuan, yen] = [{ currency: 'CNY' }, { currency: 'JPY' }];

describe('amounts in the conditions of a list', () => {
  it.each([
    ['the one that is lent', [], [yen, yen], 'JPY'],
    ['none of their own where several are', ['amount.min.5'], [yuan, yen], NO_CURRENCY],
    ['the one that a condition leaves', ['amount.min.5', 'currency.is.JPY'], [yuan, yen], 'JPY'],
    ['none of their own where it leaves two', ['currency.is.CNY,JPY'], [yuan], NO_CURRENCY],
    ['that of the place where nothing is known yet', [], [], undefined],
  ])('are in %s', (_, where, products, currency) => {
    expect(currencyUnder(where, products)).toBe(currency);
  });

  it('are asked of a currency only where there is a choice, or one was made', () => {
    expect(currencyField('Currency', [yuan, yuan], ['amount.min.5'])).toEqual([]);
    expect(currencyField('Currency', [yuan], ['currency.is.JPY'])).toHaveLength(1);
    expect(currencyField('Currency', [yen, yuan, yen], [])).toEqual([
      {
        ...{ field: 'currency', label: 'Currency', kind: 'code' },
        options: [
          { value: 'CNY', label: 'CNY' },
          { value: 'JPY', label: 'JPY' },
        ],
      },
    ]);
  });
});

import { Restructuring } from '../../../contracts/http/restructuring';
import { lackOf, operationOf, valuesOf } from '../../../web/src/money/values';

const byShares = (sharesPpm: string, periods = '3') => ({ method: 'custom', periods, sharesPpm });

describe('a restructuring by agreed shares', () => {
  it.each([
    ['50, 30', { key: 'order.sharesOff', values: { rows: 2, sum: 80, periods: 3 } }],
    ['50, 30, 19.9999', { key: 'order.sharesOff', values: { rows: 3, sum: 99.9999, periods: 3 } }],
    ['50, 30, 10, 10', { key: 'order.sharesOff', values: { rows: 4, sum: 100, periods: 3 } }],
    ['60, 40, 0', { key: 'order.sharesLast' }],
    ['60, half, 40', { key: 'order.sharesUnread' }],
    ['', { key: 'order.incomplete' }],
  ])('by "%s" is not ordered, and says why', (shares, lack) => {
    expect(operationOf('restructuring', byShares(shares))).toBeNull();
    expect(lackOf('restructuring', byShares(shares))).toEqual(lack);
  });

  it('asks for what is missing before it judges shares', () => {
    expect(lackOf('restructuring', byShares('50, 30', ''))).toEqual({ key: 'order.incomplete' });
  });

  it('is the same operation again for whoever reviews the order', () => {
    const operation = Restructuring.parse(
      operationOf('restructuring', byShares('33.3333, 33.3333, 33.3334')),
    );
    expect(operation.sharesPpm).toEqual([333_333, 333_333, 333_334]);
    expect(operationOf('restructuring', valuesOf(operation))).toEqual(operation);
  });
});

describe('a restructuring with rows of interest alone', () => {
  const rows = (interestOnlyPeriods: string) => ({
    ...{ method: 'interest-only-first', periods: '6', interestOnlyPeriods },
    interestOnlyThen: 'equal-principal',
  });

  it('needs fewer of them than periods, and says so', () => {
    expect(operationOf('restructuring', rows('6'))).toBeNull();
    expect(lackOf('restructuring', rows('6'))).toEqual({ key: 'order.interestOnlyOff' });
    expect(Restructuring.parse(operationOf('restructuring', rows('5'))).interestOnlyPeriods).toBe(5);
  });
});

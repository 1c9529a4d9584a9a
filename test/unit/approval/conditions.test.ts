import { conditionProblems, strictest } from '../../../domain/approval/conditions';
import { seeded } from '../underwriting/support';

const product = seeded('product', 'consumer_instalment');
const proposed = { amountMinor: 3_000_000n, termMonths: 12, rateBps: 1200 };

describe('conditionProblems', () => {
  it('accepts less money, another term of the product, and a higher rate', () => {
    expect(
      conditionProblems({ amountMinor: 2_000_000n, termMonths: 24, rateBps: 1300 }, proposed, product),
    ).toEqual([]);
    expect(conditionProblems({}, proposed, product)).toEqual([]);
    expect(conditionProblems(proposed, proposed, product)).toEqual([]);
  });

  it.each([
    [{ amountMinor: 3_010_000n }, 'AMOUNT_NOT_LOWER'],
    [{ amountMinor: 90_000n }, 'AMOUNT_BELOW_PRODUCT'],
    [{ amountMinor: 2_000_001n }, 'AMOUNT_NOT_IN_STEPS'],
    [{ termMonths: 13 }, 'TERM_NOT_OFFERED'],
    [{ rateBps: 1199 }, 'RATE_NOT_HIGHER'],
  ])('refuses %p', (attached, problem) => {
    expect(conditionProblems(attached, proposed, product)).toEqual([problem]);
  });
});

describe('strictest', () => {
  it('keeps the proposal when nobody attached anything', () => {
    expect(strictest([{}, {}], proposed)).toEqual(proposed);
  });

  it('takes the lowest amount, the shortest wished term and the highest rate, in any order', () => {
    const wishes = [
      { amountMinor: 2_500_000n, termMonths: 24 },
      { amountMinor: 2_000_000n, rateBps: 1400 },
      { termMonths: 18, rateBps: 1300 },
    ];
    const result = { amountMinor: 2_000_000n, termMonths: 18, rateBps: 1400 };
    expect(strictest(wishes, proposed)).toEqual(result);
    expect(strictest(wishes.toReversed(), proposed)).toEqual(result);
  });

  it('lets a single approver choose a longer term', () => {
    expect(strictest([{ termMonths: 24 }], proposed).termMonths).toBe(24);
  });
});

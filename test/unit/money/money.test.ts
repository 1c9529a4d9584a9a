import { allocate } from '../../../domain/money/allocate';
import { certainRound } from '../../../domain/money/certain-round';
import {
  addDecimal,
  formatDecimal,
  fromBps,
  fromPercent,
  fromPpm,
  multiplyDecimal,
  normalise,
  parseDecimal,
  toScale,
} from '../../../domain/money/decimal';
import { formatMinor } from '../../../domain/money/format-minor';
import { inChineseWords } from '../../../domain/money/in-chinese-words';
import { isMinor, parseMinor } from '../../../domain/money/parse-minor';
import { divRound, mulDivRound, type RoundingMode } from '../../../domain/money/rounding';
import { minus, over, significant, times, toUnits } from '../../../domain/money/significant';

describe('rounding', () => {
  it.each<[RoundingMode, readonly bigint[]]>([
    ['half-up', [3n, -3n, 2n, -2n, 4n]],
    ['half-even', [2n, -2n, 2n, -2n, 4n]],
    ['half-down', [2n, -2n, 2n, -2n, 3n]],
    ['up', [3n, -3n, 3n, -3n, 4n]],
    ['down', [2n, -2n, 2n, -2n, 3n]],
    ['floor', [2n, -3n, 2n, -3n, 3n]],
    ['ceil', [3n, -2n, 3n, -2n, 4n]],
  ])('settles ties and parts by %s', (mode, expected) => {
    const tenths = [25n, -25n, 21n, -21n, 35n];
    expect(tenths.map((value) => divRound(value, 10n, mode))).toEqual(expected);
    expect(tenths.map((value) => divRound(-value, -10n, mode))).toEqual(expected);
  });

  it('multiplies before it divides', () => expect(mulDivRound(7n, 10n, 3n, 'half-up')).toBe(23n));

  it('refuses to divide by zero', () => expect(() => divRound(1n, 0n, 'up')).toThrow('division by zero'));

  it('trusts plain numbers only away from the half', () => {
    expect(certainRound(2.4, 1e-9)).toBe(2);
    expect(certainRound(2.6, 1e-9)).toBe(3);
    expect(certainRound(2.5, 1e-9)).toBeNull();
    expect(certainRound(2.5000000001, 1e-9)).toBeNull();
    expect(certainRound(2 ** 50, 1)).toBeNull();
    expect(certainRound(-1, 0)).toBeNull();
  });
});

describe('19 significant digits', () => {
  it('rounds quotients half-even', () => {
    expect(over({ units: 2n, scale: 0 }, { units: 3n, scale: 0 })).toEqual({
      units: 6666666666666666667n,
      scale: 19,
    });
    expect(over({ units: 1n, scale: 0 }, { units: -3n, scale: 0 }).units).toBe(-3333333333333333333n);
  });

  it('carries into a new digit', () => {
    expect(significant(99_999_999_999_999_999_996n, 22)).toEqual({
      units: 1_000_000_000_000_000_000n,
      scale: 20,
    });
  });

  it('decides the tie that thirds leave behind', () => {
    const third = over({ units: 4375n, scale: 3 }, { units: 3n, scale: 0 });
    expect(toUnits(times(third, { units: 3n, scale: 0 }), 2)).toBe(437n);
    expect(toUnits({ units: 4375n, scale: 3 }, 2)).toBe(438n);
    expect(toUnits({ units: 4371n, scale: 3 }, 2, 'up')).toBe(438n);
    expect(minus({ units: 5n, scale: 1 }, { units: 25n, scale: 2 })).toEqual({ units: 25n, scale: 2 });
  });
});

describe('allocation', () => {
  it('gives the odd units to the largest remainders', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(-5n, [1n, 3n])).toEqual([-1n, -4n]);
  });

  it('refuses weights without a sum', () => expect(() => allocate(1n, [0n])).toThrow('weights'));
});

describe('amounts as text', () => {
  it('reads minor units and nothing else', () => {
    expect(parseMinor('-10500')).toBe(-10_500n);
    for (const text of ['1.5', '01', '-0', '', ' 1', '1e3']) expect(isMinor(text)).toBe(false);
  });

  it('writes amounts for people', () => {
    expect(formatMinor(123_456_789n, 'CNY', 'zh-CN')).toBe('¥1,234,567.89');
    expect(formatMinor(-5n, 'USD', 'en')).toBe('-$0.05');
    expect(formatMinor(1000n, 'JPY', 'en')).toBe('¥1,000');
  });

  it.each([
    [10_000_000n, '壹拾万元整'],
    [0n, '零元整'],
    [100_705n, '壹仟零柒元零伍分'],
    [50n, '伍角整'],
    [5n, '伍分'],
    [1_050n, '壹拾元伍角整'],
    [10_005_000_000n, '壹亿零伍万元整'],
    [10_700_053n, '壹拾万柒仟元伍角叁分'],
    [-1_000n, '负壹拾元整'],
    [100_000_000_000_005n, '壹万亿元零伍分'],
  ])('writes %s in words', (minor, words) => expect(inChineseWords(minor)).toBe(words));
});

describe('decimals', () => {
  it('keeps rates exact', () => {
    expect(normalise(fromPercent('4.350'))).toEqual({ units: 435n, scale: 4 });
    expect(normalise(fromBps(1200))).toEqual({ units: 12n, scale: 2 });
    expect(formatDecimal(multiplyDecimal(fromPpm(500), parseDecimal('360')))).toBe('0.180000');
    expect(formatDecimal(addDecimal(parseDecimal('3.0'), parseDecimal('-0.45')))).toBe('2.55');
    expect(formatDecimal(toScale(parseDecimal('2.345'), 2, 'half-even'))).toBe('2.34');
    expect(() => parseDecimal('1e3')).toThrow('decimal');
  });
});

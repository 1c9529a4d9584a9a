import fc from 'fast-check';
import { REPAYMENT_METHODS } from '../../../contracts/policy/product';
import { offerCost } from '../../../domain/policy/offer-cost';
import { affordableAmount, monthlyBurden } from '../../../domain/underwriting/debt-service';
import { offerAmount } from '../../../domain/underwriting/offer-amount';
import { capOn, exceedsCap } from '../../../domain/underwriting/rate-cap';
import { seeded } from './support';

describe('monthlyBurden', () => {
  const { repayment } = seeded('product', 'consumer_instalment');
  const terms = { rateBps: 1200, termMonths: 12, repayment };

  it('is the instalment of the golden tables', () => {
    expect(monthlyBurden(10_000_000n, { ...terms, method: 'equal-instalment' })).toBe(888_488n);
    expect(monthlyBurden(10_000_000n, { ...terms, method: 'equal-principal' })).toBe(933_333n);
  });

  it('spreads principal that falls due at the end over the months', () => {
    expect(monthlyBurden(10_000_000n, { ...terms, method: 'interest-only' })).toBe(933_333n);
    expect(monthlyBurden(10_000_000n, { ...terms, method: 'bullet' })).toBe(933_333n);
  });

  it('counts interest on all that was lent throughout for a flat plan', () => {
    expect(monthlyBurden(1_200_000n, { ...terms, rateBps: 720, method: 'flat' })).toBe(107_200n);
  });

  it('saves up for a balloon beside the instalment that leaves it', () => {
    const shaped = { ...terms, repayment: { ...repayment, balloonPercent: 30 } };
    expect(monthlyBurden(10_000_000n, { ...shaped, method: 'balloon' })).toBe(651_942n + 250_000n);
  });

  it('is the instalment that comes after the rows of interest alone', () => {
    const burdenThen = (then: 'equal-instalment' | 'equal-principal') => {
      const shaped = { ...repayment, interestOnlyFirst: { periods: 6, then } };
      return monthlyBurden(10_000_000n, { ...terms, repayment: shaped, method: 'interest-only-first' });
    };
    expect([burdenThen('equal-instalment'), burdenThen('equal-principal')]).toEqual([1_725_484n, 1_766_667n]);
  });
});

describe('affordableAmount', () => {
  const repayment = {
    ...seeded('product', 'consumer_instalment').repayment,
    balloonPercent: 40,
    // biome-ignore lint/suspicious/noThenProperty: the field of the policy; it holds text, nothing awaits it
    interestOnlyFirst: { periods: 12, then: 'equal-instalment' as const },
  };

  it('is the largest step that fits, and the next one does not', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 5_000_000n }),
        fc.integer({ min: 0, max: 3600 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...REPAYMENT_METHODS),
        (spare, rateBps, termMonths, method) => {
          const terms = { rateBps, termMonths, method, repayment };
          const amount = affordableAmount(spare, 50_000_000n, 10_000n, terms);
          expect(amount % 10_000n).toBe(0n);
          if (amount > 0n) expect(monthlyBurden(amount, terms)).toBeLessThanOrEqual(spare);
          if (amount < 50_000_000n) expect(monthlyBurden(amount + 10_000n, terms)).toBeGreaterThan(spare);
        },
      ),
    );
  });
});

describe('offerAmount', () => {
  const cap = (reason: string, amountMinor: bigint) => ({ reason, amountMinor });

  it('is what was asked when nothing binds', () => {
    expect(offerAmount(123_456n, 10_000n, [cap('A', 200_000n)])).toMatchObject({
      amountMinor: 123_456n,
      bound: null,
    });
  });

  it('is the tightest bound in whole steps, and says which bound it was', () => {
    const offer = offerAmount(500_000n, 10_000n, [
      cap('A', 300_000n),
      cap('B', 128_999n),
      cap('C', 400_000n),
    ]);
    expect(offer).toMatchObject({ amountMinor: 120_000n, bound: 'B' });
  });

  it('is nothing under a bound below zero', () => {
    expect(offerAmount(500_000n, 10_000n, [cap('A', -5n)])).toMatchObject({ amountMinor: 0n, bound: 'A' });
  });
});

describe('rate cap', () => {
  const row = (basis: 'simple' | 'compound') => ({
    fromOn: '2020-01-01',
    toOn: '2025-12-31',
    capPercent: '24',
    basis,
    legalBasis: { zh: '例', en: 'example' },
    severity: 'block' as const,
  });

  it('judges one offer by the basis of the row: 22.53% simple is 25.01% compound', () => {
    const cost = { simple: 0.2253, compound: 0.2501 };
    expect(exceedsCap(row('simple'), cost)).toBe(false);
    expect(exceedsCap(row('compound'), cost)).toBe(true);
  });

  it('counts 100,000 at 12% over 12 months with 500 a month as 22.53% simple and 25.01% compound', () => {
    const product = {
      ...seeded('product', 'consumer_instalment'),
      fees: [
        {
          code: 'service',
          names: { zh: '担保费', en: 'Guarantee' },
          when: 'each-row' as const,
          amount: { kind: 'fixed' as const, amountMinor: '50000' },
        },
      ],
    };
    const cost = offerCost(
      { product, calendar: seeded('calendar', 'cn') },
      '2026-01-15',
    )({
      amountMinor: 10_000_000n,
      rateBps: 1200,
      termMonths: 12,
      method: 'equal-instalment',
    });
    expect((cost.simple * 100).toFixed(2)).toBe('22.53');
    expect((cost.compound * 100).toFixed(2)).toBe('25.01');
  });

  it('takes the row of the day of signing', () => {
    const later = { ...row('simple'), fromOn: '2026-01-01', toOn: null, capPercent: '12' };
    const body = { rows: [row('simple'), later] };
    expect(capOn(body, '2025-12-31')?.capPercent).toBe('24');
    expect(capOn(body, '2026-01-01')?.capPercent).toBe('12');
    expect(capOn(body, '2019-12-31')).toBeUndefined();
  });
});

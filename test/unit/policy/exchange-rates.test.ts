import { ExchangeRatesBody } from '../../../contracts/policy/servicing';
import { reviewContent } from '../../../domain/policy/review/review';
import { Shelf } from '../../../domain/policy/review/shelf';
import { contentFor, found, seeds } from './under-review';

const rate = (currency: string, cnyPerUnit: string) => ({ rates: [{ currency, cnyPerUnit }] });

describe('exchange rates', () => {
  it.each([
    ['USD', '0'],
    ['USD', '0.00000000'],
    ['USD', '-7.2'],
    ['USD', '7.123456789'],
    ['USD', '7,2'],
    ['USD', '.5'],
    ['USD', ''],
    ['CNY', '1'],
    ['GBP', '9'],
  ])('refuses %s at "%s"', (currency, cnyPerUnit) =>
    expect(ExchangeRatesBody.safeParse(rate(currency, cnyPerUnit)).success).toBe(false),
  );

  it.each(['7.2', '0.00000001', '0.05', '100', '7.12345678'])('takes %s', (cnyPerUnit) =>
    expect(ExchangeRatesBody.safeParse(rate('USD', cnyPerUnit)).success).toBe(true),
  );

  it('are given once a currency', () => {
    const content = contentFor('exchange_rates', 'house');
    content.form.rates.push({ currency: 'USD', cnyPerUnit: '7.3' });
    expect(found(content, 'house')).toEqual(['block TWICE rates/4/currency']);
  });

  it('may not leave out a currency that a product lends in', () => {
    const content = contentFor('exchange_rates', 'house');
    content.form.rates = content.form.rates.filter(({ currency }) => currency !== 'USD');
    expect(found(content, 'house')).toEqual([]);
    const inDollars = seeds.map((seed) =>
      seed.ref.code === 'car_loan' ? { ...seed, body: { ...seed.body, currency: 'USD' } } : seed,
    );
    const review = (code: string) =>
      reviewContent(content, code, new Shelf('2026-06-01', inDollars as typeof seeds));
    expect(review('house')).toEqual([
      expect.objectContaining({
        ...{ severity: 'block', code: 'RATE_MISSING', path: ['rates'] },
        detail: {
          zh: '没有USD的折算汇率,无法与限额比较',
          en: 'There is no exchange rate of USD: its amounts cannot be held against limits',
        },
      }),
    ]);
    expect(review('unused')).toEqual([]);
  });

  it('are what a product in another currency needs', () => {
    const content = contentFor('product', 'car_loan');
    const without = new Shelf(
      '2026-06-01',
      seeds.filter(({ ref }) => ref.kind !== 'exchange_rates'),
    );
    const lacking = () =>
      reviewContent(content, 'car_loan', without).filter(({ code }) => code === 'RATE_MISSING');
    expect(lacking()).toEqual([]);
    content.form.currency = 'USD';
    expect(lacking().map(({ severity, path }) => [severity, ...path])).toEqual([['block', 'currency']]);
    expect(found(content, 'car_loan').filter((one) => one.includes('RATE_MISSING'))).toEqual([]);
  });
});

import { HOUSE_RATES } from '../../../domain/policy/exchange-rates';
import { seedRow } from './seed-row';

/** Round figures, an example: a lender puts those of its own source in their place, such as the central parity (人民币汇率中间价). */
export const exchangeRateSeeds = [
  seedRow('exchange_rates', HOUSE_RATES, {
    rates: [
      { currency: 'HKD', cnyPerUnit: '0.92' },
      { currency: 'USD', cnyPerUnit: '7.2' },
      { currency: 'EUR', cnyPerUnit: '8.2' },
      { currency: 'JPY', cnyPerUnit: '0.05' },
    ],
  }),
];

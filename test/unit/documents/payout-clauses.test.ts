import { payoutClauses } from '../../../activities/origination/payout-words';
import { figures, inWords, yuan } from '../../../documents/amounts';
import { fromPercent } from '../../../domain/money/decimal';
import type { FeeTerm } from '../../../domain/schedule/terms';
import { chinaTerms } from '../schedule/china-terms';

const fee: FeeTerm = {
  ...{ code: 'service', when: { kind: 'upfront' }, taken: 'withheld' },
  amount: { kind: 'rate', base: 'principal', rate: fromPercent('1') },
};

describe('what a contract says of the day of payout', () => {
  it('is nothing where all of the principal is paid out and nothing is due', () => {
    expect(payoutClauses(chinaTerms({ fees: [{ ...fee, taken: 'paid' }] }), 10_000_000n)).toEqual([]);
  });

  it('names the down payment of the first payout, and how it is taken', () => {
    const [clause] = payoutClauses(chinaTerms({ downPaymentRate: fromPercent('20') }), 5_000_000n);
    expect(clause).toMatchObject({ heading: '首付（放款当日归还的本金）', highlight: true });
    expect(clause?.paragraphs.join('')).toContain('归还本金¥10,000.00');
  });

  it('says what reaches the account where a fee is withheld, in the currency of the loan', () => {
    const [clause] = payoutClauses(chinaTerms({ currency: 'USD', fees: [fee] }), 10_000_000n);
    const text = clause?.paragraphs.join('') ?? '';
    for (const amount of ['US$1,000.00', 'US$99,000.00', 'US$100,000.00']) expect(text).toContain(amount);
  });

  it('says that rows fall due at the start of their periods', () => {
    const [clause] = payoutClauses(chinaTerms({ dueAt: 'period-start' }), 10_000_000n);
    expect(clause?.heading).toBe('期初还款');
  });

  it('writes amounts of other currencies in their own words', () => {
    expect([yuan('10000000', 'USD'), figures('10000000', 'USD'), inWords('10000000', 'USD')]).toEqual([
      ...['US$100,000.00', '100,000.00', '美元壹拾万元整'],
    ]);
    expect([figures('100000', 'JPY'), inWords('100000', 'JPY')]).toEqual(['100,000', '日元壹拾万元整']);
    expect([figures('-123450'), inWords('10000000')]).toEqual(['-1,234.50', '人民币壹拾万元整']);
  });
});

import { decodeAccountTerms, encodeAccountTerms } from '../../../contracts/account-terms';
import { ProductBody } from '../../../contracts/policy/product';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { accountTermsOf } from '../../../domain/policy/account-terms';
import { productQuote } from '../../../domain/policy/product-quote';
import { withheldFrom } from '../../../domain/policy/withheld-fees';
import { buildSchedule } from '../../../domain/schedule/build-schedule';
import { monthlyBurden } from '../../../domain/underwriting/debt-service';
import type { OfferedTerms } from '../../../domain/underwriting/decision';
import { early, on, out, paid } from '../account/sample';
import { seeded } from '../underwriting/support';

/** Goal: every shape of a plan that is product data gives one plan in quote, contract and account. */
const START = '2026-01-15';
const agreed = { amountMinor: 3_000_000n, rateBps: 1200, termMonths: 3, method: 'custom' } as const;
const TABLE = { termMonths: 3, sharesPpm: [500_000, 200_000, 300_000] };

/** The consumer loan, changed as a product person would. */
function shaped(change: (form: ProductBody) => void) {
  const form = structuredClone(seeded('product', 'consumer_instalment'));
  form.repayment = { ...form.repayment, dayCount: 'actual/360', interest: 'per-period', holidayRule: 'none' };
  form.prepayment.fees = [];
  form.fees = [];
  change(form);
  const product = ProductBody.parse(form);
  const { penalty, provisioning, calendar } = product.policies;
  return {
    product,
    penalty: seeded('penalty', penalty),
    provisioning: seeded('provisioning', provisioning),
    calendar: seeded('calendar', calendar),
    referenceRate: null,
  };
}
type Shaped = ReturnType<typeof shaped>;
const termsOf = (policies: Shaped, what: OfferedTerms = agreed) =>
  accountTermsOf(policies, what, toDay(START));
const planOf = (policies: Shaped, what: OfferedTerms = agreed) =>
  buildSchedule(termsOf(policies, what).schedule).rows.map(({ dueOn, principalMinor, interestMinor }) => [
    fromDay(dueOn),
    principalMinor,
    interestMinor,
  ]);
const quoteOf = ({ product, calendar }: Shaped, what: OfferedTerms = agreed) =>
  productQuote({ product, calendar, rateCap: seeded('rate_cap', product.policies.rateCap) }, what, START);

const table = shaped(({ repayment }) => {
  Object.assign(repayment, { methods: ['custom'], customTables: [TABLE] });
});

describe('a product with a table of its own', () => {
  it('repays the shares on its due dates, with interest for the days of each row', () => {
    expect(planOf(table)).toEqual([
      ['2026-02-15', 1_500_000n, 31_000n],
      ['2026-03-15', 600_000n, 14_000n],
      ['2026-04-15', 900_000n, 9_300n],
    ]);
    const terms = termsOf(table);
    expect(decodeAccountTerms(JSON.parse(JSON.stringify(encodeAccountTerms(terms))))).toEqual(terms);
  });

  it('quotes the same rows, and holds what they cost against the cap', () => {
    const quote = quoteOf(table);
    expect(quote.ok && quote.rows.map((row) => [row.dueOn, row.totalMinor])).toEqual([
      ['2026-02-15', '1531000'],
      ['2026-03-15', '614000'],
      ['2026-04-15', '909300'],
    ]);
    expect(quote).toMatchObject({ cost: { cap: { passes: true } } });
    expect(Number(quote.ok && quote.cost?.compoundAnnualPercent)).toBeCloseTo(12.869011, 5);
    expect(quoteOf(table, { ...agreed, termMonths: 6 })).toMatchObject({ ok: false, code: 'TABLE_MISSING' });
  });

  it('splits an amount that does not divide without losing a cent', () => {
    const third = shaped(({ repayment }) => {
      const sharesPpm = [333_333, 333_333, 333_334];
      Object.assign(repayment, { methods: ['custom'], customTables: [{ termMonths: 3, sharesPpm }] });
    });
    const parts = planOf(third, { ...agreed, amountMinor: 1_000_000n }).map(([, principal]) => principal);
    expect(parts).toEqual([333_333n, 333_333n, 333_334n]);
  });

  it.each(['none', 'daily'] as const)(
    'is kept in the account, recalculated %s, until it is settled',
    (how) => {
      const terms = { ...termsOf(table), recalculation: how };
      const events = [
        out(START, 3_000_000n),
        paid('2026-02-15', 1_531_000n),
        paid('2026-03-15', 614_000n),
        paid('2026-04-15', 909_300n),
      ];
      expect(on('2026-02-15', terms, events.slice(0, 2)).balances).toMatchObject({
        ...{ principalMinor: 1_500_000n, interestDueMinor: 0n, suspenseMinor: 0n },
      });
      expect(on('2026-04-15', terms, events)).toMatchObject({
        ...{ status: 'settled', settledOn: toDay('2026-04-15') },
      });
    },
  );

  it('shrinks in proportion after a part prepayment, or loses its last rows', () => {
    const terms = termsOf(table);
    const rowsAfter = (way: 'shorter-term' | 'lower-instalment') =>
      on('2026-02-15', terms, [
        out(START, 3_000_000n),
        paid('2026-02-15', 1_531_000n),
        early('2026-02-15', 900_000n, way),
      ])
        .rows.filter(({ standing }) => standing === 'running' || standing === 'planned')
        .map(({ charged }) => charged.principal);
    expect(rowsAfter('lower-instalment')).toEqual([240_000n, 360_000n]);
    expect(rowsAfter('shorter-term')).toEqual([600_000n]);
  });

  it('asks of a month what its steepest row must be saved up for', () => {
    const { repayment } = table.product;
    expect(monthlyBurden(3_000_000n, { ...agreed, repayment })).toBe(1_500_000n + 30_000n);
    const late = { ...repayment, customTables: [{ termMonths: 3, sharesPpm: [0, 0, 1_000_000] }] };
    expect(monthlyBurden(3_000_000n, { ...agreed, repayment: late })).toBe(1_000_000n + 30_000n);
  });
});

describe('a product with a down payment', () => {
  const down = shaped(({ repayment }) => {
    Object.assign(repayment, { methods: ['equal-principal', 'custom'], downPaymentPercent: 20 });
    repayment.customTables = [TABLE];
  });
  const equal = { ...agreed, method: 'equal-principal' } as const;

  it('asks it with the payout, without interest, and lends the rest over the rows', () => {
    expect(planOf(down, equal)).toEqual([
      [START, 600_000n, 0n],
      ['2026-02-15', 800_000n, 24_000n],
      ['2026-03-15', 800_000n, 16_000n],
      ['2026-04-15', 800_000n, 8_000n],
    ]);
    expect(planOf(down).map(([, principal]) => principal)).toEqual([
      600_000n,
      1_200_000n,
      480_000n,
      720_000n,
    ]);
    const quote = quoteOf(down, equal);
    expect(quote.ok && quote.rows[0]).toMatchObject({ dueOn: START, principalMinor: '600000', days: 0 });
    expect(Number(quote.ok && quote.cost?.simpleAnnualPercent)).toBeGreaterThan(11.5);
    expect(Number(quote.ok && quote.cost?.simpleAnnualPercent)).toBeLessThan(12.5);
  });

  it.each(['none', 'daily'] as const)(
    'is due on the day of payout in the account, recalculated %s',
    (how) => {
      const terms = { ...termsOf(down, equal), recalculation: how };
      const account = on(START, terms, [out(START, 3_000_000n)]);
      expect(account.payoff.arrears.principal).toBe(600_000n);
      expect(account.rows[0]).toMatchObject({ dueOn: toDay(START), charged: { principal: 600_000n } });
      const after = on('2026-02-15', terms, [out(START, 3_000_000n), paid(START, 600_000n)]);
      expect(after.rows[1]?.charged).toMatchObject({ principal: 800_000n });
      expect(after.balances.principalMinor).toBe(2_400_000n);
    },
  );

  it('leaves the instalment to the rows after it when interest follows the days', () => {
    const terms = termsOf(down, { ...agreed, method: 'equal-instalment' });
    const account = on(START, { ...terms, recalculation: 'daily' }, [out(START, 3_000_000n)]);
    expect(account.payoff.arrears.principal).toBe(600_000n);
    expect(account.balances.principalMinor).toBe(3_000_000n);
  });

  it('asks it of a later draw as well', () => {
    const terms = termsOf(down, equal);
    const events = [out(START, 1_000_000n), paid(START, 200_000n), out('2026-01-25', 1_000_000n)];
    const account = on('2026-01-25', terms, events);
    expect(account.payoff.arrears.principal).toBe(200_000n);
    expect(account.balances.principalMinor).toBe(1_800_000n);
  });
});

describe('a product whose rows fall due at the start of their periods', () => {
  const start = shaped(({ repayment }) => {
    Object.assign(repayment, { methods: ['equal-principal'], dueAt: 'period-start' });
  });
  const equal = { ...agreed, method: 'equal-principal' } as const;

  it('repays principal alone with the payout', () => {
    expect(planOf(start, equal)).toEqual([
      [START, 1_000_000n, 0n],
      ['2026-02-15', 1_000_000n, 20_000n],
      ['2026-03-15', 1_000_000n, 10_000n],
    ]);
    const terms = termsOf(start, equal);
    expect(decodeAccountTerms(JSON.parse(JSON.stringify(encodeAccountTerms(terms))))).toEqual(terms);
    const events = [out(START, 3_000_000n), paid(START, 1_000_000n), paid('2026-02-15', 1_020_000n)];
    const account = on('2026-03-15', terms, [...events, paid('2026-03-15', 1_010_000n)]);
    expect(account.status).toBe('settled');
  });
});

describe('a product with interest-free periods', () => {
  it('charges nothing for the first of them', () => {
    const free = shaped(({ repayment }) => {
      Object.assign(repayment, { methods: ['equal-principal'], interestFreePeriods: 2 });
    });
    const interest = planOf(free, { ...agreed, method: 'equal-principal' }).map((row) => row[2]);
    expect(interest).toEqual([0n, 0n, 10_000n]);
  });
});

describe('a product that keeps its fee back', () => {
  const withheld = shaped((form) => {
    const amount = { kind: 'rate', base: 'principal', ratePpm: 10_000 } as const;
    const names = { zh: '服务费', en: 'Service fee' };
    Object.assign(form, { currency: 'USD' });
    form.fees = [{ code: 'service_fee', names, when: 'upfront', taken: 'withheld', amount }];
  });
  const equal = { ...agreed, method: 'equal-instalment' } as const;

  it('pays out less by the fee, which is charged and paid in the same moment', () => {
    const terms = termsOf(withheld, equal);
    expect(withheldFrom(withheld.product, 3_000_000n)).toBe(30_000n);
    expect(buildSchedule(terms.schedule).disbursements[0]).toMatchObject({ withheldMinor: 30_000n });
    const account = on(START, terms, [out(START, 3_000_000n, 30_000n)]);
    expect(account.balances).toMatchObject({ principalMinor: 3_000_000n, feeMinor: 0n, suspenseMinor: 0n });
    expect(account.totals.paid.fee).toBe(30_000n);
    const quote = quoteOf(withheld, equal);
    expect(quote).toMatchObject({
      disbursements: [{ withheldMinor: '30000', paidMinor: '0' }],
      cost: { items: [{ code: 'interest' }, { code: 'service_fee', way: 'withheld', amountMinor: '30000' }] },
    });
  });
});

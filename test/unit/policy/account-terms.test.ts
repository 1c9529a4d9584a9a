import { decodeAccountTerms, encodeAccountTerms } from '../../../contracts/account-terms';
import { ProductBody } from '../../../contracts/policy/product';
import { QuoteRequest } from '../../../contracts/quote';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { accountTermsOf, scheduleTermsOf } from '../../../domain/policy/account-terms';
import { monthsOf, rowsOf } from '../../../domain/policy/periods';
import { productQuote } from '../../../domain/policy/product-quote';
import { mayJudge, mayPublish, mayRetire } from '../../../domain/policy/transitions';
import { quoteOf } from '../../../domain/quote/quote-of';
import { buildSchedule } from '../../../domain/schedule/build-schedule';
import { seeded } from '../underwriting/support';

const policiesOf = (code: string) => {
  const product = seeded('product', code);
  return {
    product,
    penalty: seeded('penalty', product.policies.penalty),
    provisioning: seeded('provisioning', product.policies.provisioning),
    calendar: seeded('calendar', product.policies.calendar),
    referenceRate: null,
  };
};
// biome-ignore lint/suspicious/noThenProperty: the field of the policy; it holds text, nothing awaits it
const AFTER = { then: 'equal-instalment' } as const;
const agreed = {
  amountMinor: 10_000_000n,
  rateBps: 1200,
  termMonths: 12,
  method: 'equal-instalment' as const,
};

describe('accountTermsOf', () => {
  it('gives the golden plan of 100,000 at 12% over 12 months', () => {
    const { rows } = buildSchedule(
      scheduleTermsOf(policiesOf('consumer_instalment'), agreed, toDay('2026-01-15')),
    );
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ interestMinor: 100_000n, principalMinor: 788_488n });
    expect(rows[11]).toMatchObject({ interestMinor: 8_797n, principalMinor: 879_688n });
    expect(rows.reduce((sum, row) => sum + row.interestMinor, 0n)).toBe(661_853n);
  });

  it('gives equal parts of principal', () => {
    const terms = { ...agreed, method: 'equal-principal' as const };
    const { rows } = buildSchedule(scheduleTermsOf(policiesOf('car_loan'), terms, toDay('2026-01-15')));
    expect(rows[0]?.totalMinor).toBe(933_333n);
    expect(rows[11]?.totalMinor).toBe(841_670n);
  });

  it('gives interest by day first and principal at the end, on the 31st kept through short months', () => {
    const terms = { ...agreed, method: 'interest-only' as const };
    const { rows } = buildSchedule(
      scheduleTermsOf(policiesOf('personal_business'), terms, toDay('2026-01-31')),
    );
    expect(rows.slice(0, 3).map((row) => [fromDay(row.dueOn), row.interestMinor])).toEqual([
      ['2026-02-28', 93_333n],
      ['2026-03-31', 103_333n],
      ['2026-04-30', 100_000n],
    ]);
    expect(rows.at(-1)?.principalMinor).toBe(10_000_000n);
  });

  it('gives one sum at the end', () => {
    const terms = { amountMinor: 1_000_000n, rateBps: 1800, termMonths: 1, method: 'bullet' as const };
    const { rows } = buildSchedule(scheduleTermsOf(policiesOf('short_bullet'), terms, toDay('2026-04-10')));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ interestMinor: 15_000n, principalMinor: 1_000_000n });
  });

  it.each([
    'consumer_instalment',
    'car_loan',
    'personal_business',
    'short_bullet',
    'consumer_revolving',
    'instant_small',
    'working_capital',
  ])('%s: every method and term gives terms that survive storage', (code) => {
    const policies = policiesOf(code);
    for (const method of policies.product.repayment.methods) {
      for (const termMonths of policies.product.termsMonths) {
        const terms = accountTermsOf(policies, { ...agreed, method, termMonths }, toDay('2026-01-31'));
        expect(decodeAccountTerms(JSON.parse(JSON.stringify(encodeAccountTerms(terms))))).toEqual(terms);
        const { rows } = buildSchedule(terms.schedule);
        expect(rows.reduce((sum, row) => sum + row.principalMinor, 0n)).toBe(10_000_000n);
      }
    }
  });

  it('gives a flat plan, a balloon and rows of interest first as the money engine quotes them', () => {
    const policies = policiesOf('car_loan');
    const repayment = {
      ...policies.product.repayment,
      methods: ['flat', 'balloon', 'interest-only-first'],
      balloonPercent: 30,
      interestOnlyFirst: { periods: 6, ...AFTER },
    };
    const product = ProductBody.parse({ ...policies.product, repayment });
    const quoted = {
      flat: { kind: 'flat' },
      balloon: { kind: 'balloon', balloonMinor: '3000000' },
      'interest-only-first': { kind: 'interest-only-first', periods: 6, ...AFTER },
    } as const;
    for (const method of ['flat', 'balloon', 'interest-only-first'] as const) {
      const terms = accountTermsOf({ ...policies, product }, { ...agreed, method }, toDay('2026-01-15'));
      expect(decodeAccountTerms(JSON.parse(JSON.stringify(encodeAccountTerms(terms))))).toEqual(terms);
      const loan = { principalMinor: '10000000', annualRatePercent: '12', periods: 12 };
      const asked = { ...loan, disbursedOn: '2026-01-15', dayCount: '30/360', method: quoted[method] };
      const answer = quoteOf(QuoteRequest.parse(asked));
      const plan = buildSchedule(terms.schedule).rows.map(({ dueOn, principalMinor, interestMinor }) => [
        fromDay(dueOn),
        `${principalMinor}`,
        `${interestMinor}`,
      ]);
      expect(
        answer.ok && answer.rows.map((row) => [row.dueOn, row.principalMinor, row.interestMinor]),
      ).toEqual(plan);
      const whole = productQuote(
        { product, calendar: policies.calendar, rateCap: seeded('rate_cap', product.policies.rateCap) },
        { ...agreed, method },
        '2026-01-15',
      );
      expect(whole).toMatchObject({
        ok: true,
        rows: answer.ok && answer.rows,
        cost: { cap: { passes: true } },
      });
    }
  });

  it('quotes the golden flat loan at what it really costs, and not what the product does not offer', () => {
    const { product, calendar } = policiesOf('consumer_instalment');
    const rateCap = seeded('rate_cap', product.policies.rateCap);
    const flat = { ...product, repayment: { ...product.repayment, methods: ['flat' as const] } };
    const asked = { amountMinor: 1_200_000n, rateBps: 720, termMonths: 12, method: 'flat' as const };
    expect(productQuote({ product: flat, calendar, rateCap }, asked, '2026-01-15')).toMatchObject({
      cost: {
        simpleAnnualPercent: expect.stringMatching(/^13\.03/),
        compoundAnnualPercent: expect.stringMatching(/^13\.84/),
      },
    });
    const dear = productQuote(
      { product: flat, calendar, rateCap },
      { ...asked, rateBps: 1400 },
      '2026-01-15',
    );
    expect(dear).toMatchObject({ cost: { cap: { annualPercent: '24', passes: false } } });
    expect(productQuote({ product, calendar, rateCap }, asked, '2026-01-15')).toMatchObject({
      ok: false,
      code: 'METHOD_NOT_OFFERED',
    });
  });

  it('gives a revolving loan interest by day on the whole limit and all of it at maturity, at what interest only costs', () => {
    const { product, calendar, ...others } = policiesOf('consumer_revolving');
    const line = { ...agreed, termMonths: 6, method: 'revolving' as const };
    const terms = accountTermsOf({ product, calendar, ...others }, line, toDay('2026-01-15'));
    expect(terms).toMatchObject({ drawMonths: 24, excess: 'lower-instalment', recalculation: 'daily' });
    const rateCap = seeded('rate_cap', product.policies.rateCap);
    const answer = productQuote({ product, calendar, rateCap }, line, '2026-01-15');
    // 100,000.00 × 12% × 31, 28 and 30 days ÷ 365
    expect(answer.ok && answer.rows.map((row) => [row.principalMinor, row.interestMinor])).toEqual([
      ['0', '101918'],
      ['0', '92055'],
      ['0', '101918'],
      ['0', '98630'],
      ['0', '101918'],
      ['10000000', '98630'],
    ]);
    const both = ['revolving' as const, 'interest-only' as const];
    const twin = { ...product, repayment: { ...product.repayment, methods: both } };
    const plain = productQuote(
      { product: twin, calendar, rateCap },
      { ...line, method: 'interest-only' },
      '2026-01-15',
    );
    expect(answer.ok && plain.ok && answer.cost).toEqual(plain.ok && plain.cost);
  });

  it('counts rows of days, weeks, months, quarters and years over terms in months', () => {
    const rows = (unit: 'day' | 'week' | 'month' | 'year', every: number, termMonths: number) =>
      rowsOf({ period: { unit, every } }, termMonths);
    expect([rows('week', 1, 12), rows('week', 2, 6), rows('week', 1, 1)]).toEqual([52, 13, 4]);
    expect([rows('day', 10, 3), rows('month', 3, 12), rows('year', 1, 24)]).toEqual([9, 4, 2]);
    expect([rows('week', 26, 1), monthsOf({ period: { unit: 'week', every: 1 } }, 52)]).toEqual([1, 12]);
    expect(rowsOf({ monthsPerPeriod: 3 }, 12)).toBe(4);
  });

  it('gives weekly instalments, quarterly interest and other conventions as the money engine quotes them', () => {
    const policies = policiesOf('personal_business');
    const cases = [
      [{ period: { unit: 'week', every: 1 } }, 'equal-instalment', 52],
      [{ period: { unit: 'month', every: 3 } }, 'interest-only', 4],
      [
        { convention: 'unequal-annuity', dayCount: 'actual/actual', rounding: 'half-even' },
        'equal-instalment',
        12,
      ],
      [{ convention: 'constant-rate', interest: 'per-period', roundingDecimals: 0 }, 'equal-instalment', 12],
    ] as const;
    for (const [change, method, periods] of cases) {
      const { monthsPerPeriod: _, ...former } = policies.product.repayment;
      const repayment = { period: { unit: 'month', every: 1 }, ...former, ...change };
      const product = ProductBody.parse({ ...policies.product, repayment });
      const terms = accountTermsOf({ ...policies, product }, { ...agreed, method }, toDay('2026-01-15'));
      expect(decodeAccountTerms(JSON.parse(JSON.stringify(encodeAccountTerms(terms))))).toEqual(terms);
      const { dayCount, interest, period, rounding } = product.repayment;
      const answer = quoteOf(
        QuoteRequest.parse({
          ...{ principalMinor: '10000000', annualRatePercent: '12', disbursedOn: '2026-01-15', periods },
          ...{
            method: { kind: method },
            dayCount,
            interest,
            period,
            convention: product.repayment.convention,
          },
          rounding: { mode: rounding, decimals: product.repayment.roundingDecimals ?? 2 },
        }),
      );
      const plan = buildSchedule(terms.schedule).rows.map((row) => [fromDay(row.dueOn), `${row.totalMinor}`]);
      expect(plan).toHaveLength(periods);
      expect(answer.ok && answer.rows.map((row) => [row.dueOn, row.totalMinor])).toEqual(plan);
    }
  });

  it('charges a fee on the day that the product counts from the payout', () => {
    const policies = policiesOf('consumer_instalment');
    const amount = { kind: 'rate', base: 'principal', ratePpm: 5_000 } as const;
    const fee = { code: 'guarantee', names: { zh: '担保费', en: 'Guarantee fee' }, amount };
    const product = {
      ...policies.product,
      fees: [{ ...fee, when: 'after-months' as const, afterMonths: 6 }],
    };
    const rateCap = seeded('rate_cap', product.policies.rateCap);
    const answer = productQuote({ product, calendar: policies.calendar, rateCap }, agreed, '2026-01-31');
    expect(answer.ok && answer.rows.filter((row) => row.feeMinor !== '0')).toMatchObject([
      { dueOn: '2026-07-31', feeMinor: '50000' },
    ]);
    expect(answer).toMatchObject({
      cost: { items: [{}, { name: '担保费', way: 'on-its-date', amountMinor: '50000' }] },
    });
  });

  it('lays rows as the product says: month ends, multiples, grace on principal and interest, free days', () => {
    const policies = policiesOf('consumer_instalment');
    const plan = (repayment: object) => {
      const product = ProductBody.parse({
        ...policies.product,
        repayment: { ...policies.product.repayment, ...repayment },
      });
      const terms = accountTermsOf({ ...policies, product }, agreed, toDay('2026-01-31'));
      expect(decodeAccountTerms(JSON.parse(JSON.stringify(encodeAccountTerms(terms))))).toEqual(terms);
      return buildSchedule(terms.schedule).rows;
    };
    const dueDay = { mode: 'fixed-day', dayOfMonth: 31, first: 'next-month' };
    const dues = (monthEnd?: string) =>
      plan({ dueDay, monthEnd })
        .slice(0, 2)
        .map(({ dueOn }) => fromDay(dueOn));
    expect(dues()).toEqual(['2026-02-28', '2026-03-31']);
    expect(dues('roll')).toEqual(['2026-03-01', '2026-03-31']);
    expect(plan({ instalmentMultipleMinor: '10000' })[0]?.totalMinor).toBe(890_000n);
    expect(plan({ instalmentMultipleMinor: '0' })[0]?.totalMinor).toBe(888_488n);
    expect(plan({ principalGracePeriods: 2 }).map((row) => row.principalMinor === 0n)).toEqual(
      Array.from({ length: 12 }, (_, index) => index < 2),
    );
    expect(plan({ interestGracePeriods: 1 })[0]?.interestMinor).toBe(0n);
    expect(plan({ interestFreeDays: 28 })[0]?.interestMinor).toBe(0n);
    expect(plan({ dayCount: 'actual/actual-feb29', interest: 'by-day' })[0]?.interestMinor).toBe(92_055n);
  });

  it('carries penalty, grace, allocation and prepayment of the product', () => {
    expect(accountTermsOf(policiesOf('car_loan'), agreed, toDay('2026-01-15'))).toMatchObject({
      overdue: {
        penaltyUplift: { units: 50n, scale: 2 },
        compound: 'none',
        graceDays: 3,
        afterGrace: 'from-due-date',
        nonAccrualAfterDays: 90,
      },
      prepayment: { fees: [{ beforeMonths: 12, amount: { kind: 'rate', rate: { units: 100n, scale: 4 } } }] },
      allocation: [
        { fromDaysOverdue: 0 },
        { fromDaysOverdue: 91, order: ['principal', 'fee', 'penalty', 'compound', 'interest'] },
      ],
      vat: { interest: { units: 600n, scale: 4 } },
    });
  });

  it('pins the points of a floating rate: what was agreed above the LPR of the day of payout', () => {
    const policies = policiesOf('consumer_instalment');
    const product = {
      ...policies.product,
      repricing: { kind: 'january-first' as const, tenor: '5Y' as const },
    };
    const referenceRate = {
      publications: [
        { publishedOn: '2025-10-20', tenor: '5Y' as const, rateBps: 360 },
        { publishedOn: '2026-01-20', tenor: '5Y' as const, rateBps: 350 },
      ],
    };
    const repricing = (on: string) =>
      accountTermsOf({ ...policies, product, referenceRate }, agreed, toDay(on)).repricing;
    expect(repricing('2026-01-19')).toEqual({ kind: 'january-first', tenor: '5Y', spreadBps: 840 });
    expect(repricing('2026-01-20')).toEqual({ kind: 'january-first', tenor: '5Y', spreadBps: 850 });
    expect(() => repricing('2025-10-19')).toThrow('no LPR of 5Y');
  });

  it('moves due dates only when the product says so, and then by its own calendar', () => {
    const policies = policiesOf('consumer_instalment');
    const product = {
      ...policies.product,
      repayment: { ...policies.product.repayment, holidayRule: 'next' as const },
    };
    const terms = { ...agreed, termMonths: 3 };
    const { rows } = buildSchedule(scheduleTermsOf({ ...policies, product }, terms, toDay('2026-09-01')));
    expect(fromDay(rows[0]?.dueOn ?? 0)).toBe('2026-10-08');
  });
});

describe('life of a policy version', () => {
  const draft = { status: 'draft' as const, author: 'usr_1', editors: ['usr_1', 'usr_3'] };

  it('needs a second person', () => {
    const handedIn = { ...draft, status: 'in_approval' as const };
    expect(mayJudge(handedIn, 'usr_1')).toEqual({ ok: false, code: 'MAKER_IS_CHECKER' });
    expect(mayJudge(handedIn, 'usr_3')).toEqual({ ok: false, code: 'MAKER_IS_CHECKER' });
    expect(mayJudge(handedIn, 'usr_2')).toEqual({ ok: true });
    expect(mayJudge(draft, 'usr_2')).toEqual({
      ok: false,
      code: 'WRONG_POLICY_STATUS',
    });
  });

  it('is published once approved and never for the past', () => {
    expect(mayPublish(draft, '2026-06-01', '2026-06-01')).toMatchObject({ code: 'WRONG_POLICY_STATUS' });
    const approved = { ...draft, status: 'approved' as const };
    expect(mayPublish(approved, '2026-05-31', '2026-06-01')).toMatchObject({ code: 'EFFECTIVE_IN_PAST' });
    expect(mayPublish(approved, '2026-06-01', '2026-06-01')).toEqual({ ok: true });
  });

  it('is retired only while published, never for the past', () => {
    expect(mayRetire(draft, '2026-06-01', '2026-06-01')).toMatchObject({ code: 'WRONG_POLICY_STATUS' });
    const published = { ...draft, status: 'published' as const };
    expect(mayRetire(published, '2026-05-31', '2026-06-01')).toMatchObject({ code: 'EFFECTIVE_IN_PAST' });
    expect(mayRetire(published, '2026-06-01', '2026-06-01')).toEqual({ ok: true });
  });
});

import { contentFor, found } from './under-review';

// biome-ignore lint/suspicious/noThenProperty: the field of the policy; it holds text, nothing awaits it
const interestOnly = (periods: number) => ({ periods, then: 'equal-instalment' as const });

describe('review of the methods of a product', () => {
  it('wants the figures of a balloon and of rows of interest alone, and rows left for principal', () => {
    const content = contentFor('product', 'car_loan');
    const { repayment, termsMonths } = content.form;
    repayment.methods = ['balloon', 'interest-only-first'];
    expect(found(content, 'car_loan')).toEqual([
      'block METHOD_INCOMPLETE repayment/balloonPercent',
      'block METHOD_INCOMPLETE repayment/interestOnlyFirst',
    ]);
    const after = interestOnly(Math.min(...termsMonths));
    Object.assign(repayment, { balloonPercent: 40, interestOnlyFirst: after });
    expect(found(content, 'car_loan')).toEqual([
      'block INTEREST_ONLY_TOO_LONG repayment/interestOnlyFirst/periods',
    ]);
    Object.assign(repayment, { interestOnlyFirst: interestOnly(6) });
    expect(found(content, 'car_loan')).toEqual([]);
  });

  it('wants days of the month only with months, a first due date that equal methods may have, decimals of the currency', () => {
    const content = contentFor('product', 'consumer_instalment');
    expect(content.form.repayment).toMatchObject({
      ...{ period: { unit: 'month', every: 1 }, convention: 'china', roundingDecimals: 2 },
    });
    const { repayment } = content.form;
    repayment.dueDay = { mode: 'fixed-day', dayOfMonth: 20, first: 'after-whole-period' };
    expect(found(content, 'consumer_instalment')).toEqual(['block FIRST_DUE_UNFIT repayment/dueDay/first']);
    repayment.period = { unit: 'week', every: 2 };
    expect(found(content, 'consumer_instalment')).toEqual(['block DUE_DAY_UNFIT repayment/dueDay']);
    repayment.dueDay = { mode: 'same-day' };
    expect(found(content, 'consumer_instalment')).toEqual([]);
    content.form.currency = 'JPY';
    expect(found(content, 'consumer_instalment')).toContain(
      'block ROUNDING_UNFIT repayment/roundingDecimals',
    );
  });

  it('wants a sound table for each term of a custom plan', () => {
    const content = contentFor('product', 'consumer_instalment');
    const { repayment } = content.form;
    content.form.termsMonths = [3, 6];
    repayment.methods = ['custom'];
    const list = () => found(content, 'consumer_instalment').filter((one) => one.includes('customTables'));
    expect(list()).toEqual(['block METHOD_INCOMPLETE repayment/customTables']);
    const three = { termMonths: 3, sharesPpm: [500_000, 200_000, 300_000] };
    repayment.customTables = [three];
    expect(list()).toEqual(['block TABLE_MISSING repayment/customTables']);
    const six = (sharesPpm: number[]) => ({ termMonths: 6, sharesPpm });
    const even = [200_000, 200_000, 200_000, 200_000, 100_000, 100_000];
    const more = [...even.slice(0, 5), 200_000];
    for (const wrong of [even.slice(1), more, [...even.slice(0, 4), 200_000, 0]]) {
      repayment.customTables = [three, six(wrong)];
      expect(list()).toEqual(['block TABLE_UNFIT repayment/customTables/1/sharesPpm']);
    }
    repayment.customTables = [three, six(even), three];
    expect(list()).toEqual(['block TWICE repayment/customTables/2/termMonths']);
    repayment.customTables = [three, six(even)];
    expect(list()).toEqual([]);
    content.form.baseRateBps = 4_000;
    expect(found(content, 'consumer_instalment')).toContain('block COST_ABOVE_CAP baseRateBps');
  });

  it('withholds no fee in CNY, and elsewhere only what is due with the payout and less than it', () => {
    const content = contentFor('product', 'consumer_instalment');
    const names = { zh: '服务费', en: 'Service fee' };
    const amount = { kind: 'fixed', amountMinor: '100' } as const;
    const fee = { code: 'service', names, amount, when: 'upfront', taken: 'withheld' } as const;
    const list = () => found(content, 'consumer_instalment').filter((one) => /WITHHELD|FEES/.test(one));
    content.form.fees = [fee];
    expect(list()).toEqual(['block WITHHELD_FORBIDDEN fees/0/taken']);
    content.form.currency = 'USD';
    expect(list()).toEqual([]);
    content.form.fees = [{ ...fee, when: 'each-row' }];
    expect(list()).toEqual(['block WITHHELD_UNFIT fees/0/taken']);
    content.form.fees = [{ ...fee, amount: { kind: 'rate', base: 'principal', ratePpm: 1_000_000 } }];
    expect(list()).toEqual(['block FEES_TAKE_ALL fees']);
  });

  it('lets rows fall due at the start of periods only where the first can be principal alone', () => {
    const content = contentFor('product', 'consumer_instalment');
    const { repayment } = content.form;
    const list = () => found(content, 'consumer_instalment').filter((one) => one.includes('START_UNFIT'));
    Object.assign(repayment, { methods: ['equal-instalment'], dueAt: 'period-start' });
    expect(list()).toEqual([]);
    repayment.interestFreePeriods = 1;
    expect(list()).toEqual(['block START_UNFIT repayment/dueAt']);
    repayment.interestFreePeriods = 0;
    repayment.methods = ['equal-instalment', 'bullet'];
    expect(list()).toEqual(['block START_UNFIT repayment/dueAt']);
  });

  it('wants the day of a fee on its own within every term', () => {
    const content = contentFor('product', 'consumer_instalment');
    const fee = { code: 'guarantee', names: { zh: '担保费', en: 'Guarantee fee' } };
    const amount = { kind: 'fixed', amountMinor: '100' } as const;
    content.form.fees = [{ ...fee, amount, when: 'after-months' }];
    expect(found(content, 'consumer_instalment')).toEqual(['block FEE_DAY_UNFIT fees/0/afterMonths']);
    content.form.fees = [{ ...fee, amount, when: 'after-months', afterMonths: 3 }];
    expect(found(content, 'consumer_instalment')).toEqual([]);
  });

  it('holds what a flat rate really costs against the cap, at the base rate and at every price', () => {
    const content = contentFor('product', 'car_loan');
    content.form.repayment.methods = ['flat'];
    expect(found(content, 'car_loan')).toEqual([]);
    content.form.baseRateBps = 1400;
    expect(found(content, 'car_loan')).toEqual(['block COST_ABOVE_CAP baseRateBps']);
    const consumer = contentFor('product', 'consumer_instalment');
    consumer.form.baseRateBps = 600;
    consumer.form.repayment.methods = ['flat'];
    expect(found(consumer, 'consumer_instalment')).toEqual(['block COST_ABOVE_CAP policies/priceTable']);
  });
});

describe('review of the grace of a product', () => {
  it('wants a row left that repays principal, and one that interest can move to', () => {
    const content = contentFor('product', 'consumer_instalment');
    const shortest = Math.min(...content.form.termsMonths);
    content.form.repayment.principalGracePeriods = shortest - 1;
    content.form.repayment.interestGracePeriods = shortest;
    expect(found(content, 'consumer_instalment').filter((one) => one.includes('GRACE'))).toEqual([
      'block GRACE_UNFIT repayment/interestGracePeriods',
    ]);
  });
});

describe('review of a flat product', () => {
  it('wants its interest to stay as it was planned', () => {
    const content = contentFor('product', 'consumer_instalment');
    content.form.repayment.methods = ['flat'];
    const recalculated = () => found(content, 'consumer_instalment').filter((one) => one.includes('FLAT'));
    expect(recalculated()).toEqual([]);
    content.form.recalculation = 'daily';
    expect(recalculated()).toEqual(['block FLAT_RECALCULATED recalculation']);
  });
});

describe('review of a revolving product', () => {
  it('wants draws, interest by day, and repayment that is free and is principal at once', () => {
    const content = contentFor('product', 'consumer_revolving');
    expect(found(content, 'consumer_revolving')).toEqual([]);
    const { form } = content;
    form.drawing = { kind: 'at-once' };
    form.repayment.interest = 'per-period';
    form.prepayment.allowed = false;
    form.prepayment.fees = [{ beforeMonths: 6, feeBps: 100 }];
    form.excess = 'suspense';
    const fields = ['drawing', 'repayment/interest', 'prepayment/allowed', 'prepayment/fees', 'excess'];
    expect(found(content, 'consumer_revolving')).toEqual(
      fields.map((field) => `block REVOLVING_UNFIT ${field}`),
    );
  });

  it('has no draws with terms of their own', () => {
    const content = contentFor('product', 'consumer_revolving');
    if (content.form.drawing?.kind === 'staged') content.form.drawing.term = 'full';
    expect(found(content, 'consumer_revolving')).toEqual(['block DRAW_TERM_UNFIT drawing/term']);
  });
});

describe('review of a product that is drawn in stages', () => {
  const staged = {
    kind: 'staged',
    maxDraws: 5,
    availableMonths: 6,
    minDrawMinor: '1000000',
    term: 'full',
  } as const;
  const drawn = (change: (form: ReturnType<typeof draft>['form']) => void) => {
    const content = draft();
    change(content.form);
    return found(content, 'consumer_instalment').filter((one) => one.includes('drawing'));
  };
  const draft = () => {
    const content = contentFor('product', 'consumer_instalment');
    content.form.drawing = { ...staged };
    return content;
  };

  it('takes a term for each draw only where payouts can share rows', () => {
    expect(drawn(() => undefined)).toEqual([]);
    expect(drawn((form) => form.repayment.methods.push('bullet'))).toEqual([
      'block DRAW_TERM_UNFIT drawing/term',
    ]);
    expect(
      drawn((form) => {
        form.repayment.interestFreeDays = 10;
      }),
    ).toEqual(['block DRAW_TERM_UNFIT drawing/term']);
    expect(
      drawn((form) => {
        form.drawing = { ...staged, term: 'remaining' };
        form.repayment.methods.push('bullet');
      }),
    ).toEqual([]);
  });

  it('has a least amount that can be lent', () => {
    expect(
      drawn((form) => {
        form.drawing = { ...staged, minDrawMinor: '99999999999' };
      }),
    ).toEqual(['block RANGE_REVERSED drawing/minDrawMinor']);
  });
});

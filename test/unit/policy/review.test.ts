import { POLICY_BODIES } from '../../../contracts/policy/bodies';
import type { PolicyKind } from '../../../contracts/policy/kinds';
import type { RuleTest } from '../../../contracts/policy/rule-table';
import { isStudioKind, type PolicyContent } from '../../../contracts/policy/studio';
import { POLICY_SEEDS } from '../../../db/seed/policies/all';
import { bodyOf, contentOf } from '../../../domain/policy/form';
import type { Policy } from '../../../domain/policy/policy';
import { reviewContent } from '../../../domain/policy/review/review';
import { Shelf } from '../../../domain/policy/review/shelf';

const seeds = POLICY_SEEDS.map(
  ({ kind, code, body }) =>
    ({ ref: { kind, code, version: 1 }, body: POLICY_BODIES[kind].parse(body) }) as Policy<PolicyKind>,
);
const shelf = new Shelf('2026-06-01', seeds);

function contentFor<K extends PolicyContent['kind']>(
  kind: K,
  code: string,
): Extract<PolicyContent, { kind: K }> {
  const policy = seeds.find(({ ref }) => ref.kind === kind && ref.code === code);
  const content = policy && contentOf(policy);
  if (content?.kind !== kind) throw new Error(`no ${kind} ${code}`);
  return structuredClone(content) as Extract<PolicyContent, { kind: K }>;
}
const found = (content: PolicyContent, code: string) =>
  reviewContent(content, code, shelf).map(
    ({ severity, code: what, path }) => `${severity} ${what} ${path.join('/')}`,
  );
const row = (table: { rows: { id: string }[] }, id: string) => table.rows.findIndex((one) => one.id === id);
// biome-ignore lint/suspicious/noThenProperty: the field of the policy; it holds text, nothing awaits it
const interestOnly = (periods: number) => ({ periods, then: 'equal-instalment' as const });
const atMost = (value: number): RuleTest => ({ op: 'at_most', value });

describe('policies that come with the software', () => {
  const editable = seeds.filter(({ ref }) => isStudioKind(ref.kind));

  it.each(editable.map((policy) => [policy.ref.kind, policy.ref.code, policy] as const))(
    '%s %s can be handed in as it is, and its form gives its body back',
    (kind, code, policy) => {
      const content = contentOf(policy);
      if (content === null) throw new Error('no form');
      expect(reviewContent(content, code, shelf).filter(({ severity }) => severity === 'block')).toEqual([]);
      const again = { ref: policy.ref, body: POLICY_BODIES[kind].parse(bodyOf(content, code)) };
      expect(contentOf(again as Policy<PolicyKind>)).toEqual(content);
    },
  );

  it('say what no row covers', () => {
    const gaps = reviewContent(contentFor('price_table', 'price_consumer'), 'price_consumer', shelf);
    expect(gaps.map(({ detail }) => detail)).toEqual([
      { zh: '没有任何一行覆盖:风险等级 E', en: 'No row covers: Risk grade E' },
    ]);
  });
});

describe('review of a price table', () => {
  it('points at a rate that costs more than the cap allows', () => {
    const content = contentFor('price_table', 'price_consumer');
    content.form.table.rows[11]!.give.rateBps = 2401;
    expect(found(content, 'price_consumer')).toContain('block COST_ABOVE_CAP table/rows/11/give/rateBps');
    content.form.table.rows[11]!.give.rateBps = 2390;
    expect(found(content, 'price_consumer').filter((one) => one.startsWith('block'))).toEqual([]);
  });

  it('points at a hidden row, an overlap, a contradiction and a gap', () => {
    const content = contentFor('price_table', 'price_consumer');
    const { rows } = content.form.table;
    rows[1]!.when = [
      { fact: 'grade', test: { op: 'is', value: 'A' } },
      { fact: 'termMonths', test: { op: 'between', from: 2, to: 5 } },
    ];
    rows[4]!.when = [
      { fact: 'grade', test: { op: 'one_of', values: ['B', 'C'] } },
      { fact: 'termMonths', test: { op: 'between', from: 4, to: 12 } },
    ];
    rows[8]!.when = [
      { fact: 'termMonths', test: { op: 'above', value: 12 } },
      { fact: 'termMonths', test: atMost(12) },
    ];
    const said = found(content, 'price_consumer');
    expect(said).toContain('block ROW_HIDDEN table/rows/1');
    expect(said).toContain('warn ROWS_OVERLAP table/rows/4');
    expect(said).toContain('block ROW_IMPOSSIBLE table/rows/8');
    const gaps = reviewContent(content, 'price_consumer', shelf)
      .filter(({ code }) => code === 'TABLE_GAP')
      .map(({ detail }) => detail.en);
    expect(gaps).toContain('No row covers: Risk grade A; Term 7 months–12 months');
  });

  it('refuses words that no grade has, numbers for words, and facts that a price may not read', () => {
    const content = contentFor('price_table', 'price_consumer');
    const { rows } = content.form.table;
    rows[0]!.when[0] = { fact: 'grade', test: { op: 'is', value: 'Z' } };
    rows[1]!.when[1] = { fact: 'termMonths', test: { op: 'is', value: 'twelve' } };
    rows[2]!.when.push({ fact: 'age', test: atMost(30) });
    rows[3]!.give = { maxAmountPercent: 120 };
    rows[4]!.id = rows[3]!.id;
    expect(found(content, 'price_consumer')).toEqual(
      expect.arrayContaining([
        'block VALUE_UNFIT table/rows/0/when/0',
        'block VALUE_UNFIT table/rows/1/when/1',
        'block FACT_UNKNOWN table/rows/2/when/2',
        'block OUTPUT_MISSING table/rows/3/give/rateBps',
        'block OUTPUT_UNFIT table/rows/3/give/maxAmountPercent',
        'block ROW_TWICE table/rows/4/id',
      ]),
    );
  });
});

describe('review of authority', () => {
  it('refuses a case that nobody decides and an amount above the ceiling of the role that decides', () => {
    const content = contentFor('authority', 'authority_person');
    const { table } = content.form;
    const officer = table.rows[row(table, 'officer')]!;
    officer.when = officer.when.map((clause) =>
      clause.fact === 'amountMinor' ? { ...clause, test: atMost(20_000_000) } : clause,
    );
    expect(found(content, 'authority_person')).toContain(
      `block ABOVE_CEILING table/rows/${row(table, 'officer')}/give/route`,
    );
    table.rows.pop();
    expect(found(content, 'authority_person')).toContain('block TABLE_GAP table/rows');
    content.form.routes = content.form.routes.filter(({ route }) => route !== 'OFFICER');
    content.form.declineReview.quorum = 3;
    content.form.declineReview.role = 'king';
    const said = found(content, 'authority_person');
    expect(said).toContain(`block ROUTE_WITHOUT_LEVELS table/rows/${row(table, 'officer')}/give/route`);
    expect(said).toContain('block QUORUM_UNFIT declineReview/quorum');
    expect(said).toContain('block ROLE_UNKNOWN declineReview/role');
  });
});

describe('review of the other kinds', () => {
  it('finds holes and overlaps between bins', () => {
    const content = contentFor('scorecard', 'person');
    if (content.form.model !== 'points') throw new Error('fixture');
    const [age] = content.form.variables;
    age!.bins[1]!.when = { kind: 'range', from: 24, to: 29 };
    const said = found(content, 'person');
    expect(said).toEqual(['block BINS_OVERLAP variables/0/bins/2', 'block BINS_GAP variables/0/bins']);
    content.form.grades.reverse();
    expect(found(content, 'person')).toContain('block GRADES_ORDER grades/1/minScore');
  });

  it('finds a product that cannot be lent', () => {
    const content = contentFor('product', 'consumer_instalment');
    content.form.baseRateBps = 1200;
    content.form.fees = [
      {
        code: 'service',
        names: { zh: '服务费', en: 'Service fee' },
        when: 'upfront',
        amount: { kind: 'rate', base: 'principal', ratePpm: 40_000 },
      },
    ];
    content.form.minAmountMinor = '30000000';
    content.form.policies.priceTable = 'no_such';
    content.form.allocation[0]!.order = ['fee', 'fee', 'compound', 'interest', 'principal'];
    expect(found(content, 'consumer_instalment')).toEqual([
      'block RANGE_REVERSED minAmountMinor',
      'block ALLOCATION_UNFIT allocation/0/order',
      'block POLICY_MISSING policies/priceTable',
      'block COST_ABOVE_CAP baseRateBps',
    ]);
  });

  it('finds a calendar that loses days it had published', () => {
    const content = contentFor('calendar', 'cn');
    content.form.publishedThrough = '2024-12-31';
    content.form.makeUpWorkdays.push('2024-01-03', '2024-01-01');
    const said = found(content, 'cn');
    expect(said).toContain('block CALENDAR_SHORTER publishedThrough');
    expect(said.some((one) => one.startsWith('block DAY_OUTSIDE holidays/'))).toBe(true);
    const last = content.form.makeUpWorkdays.length - 1;
    expect(said).toContain(`warn DAY_NOT_WEEKEND makeUpWorkdays/${last - 1}`);
    expect(said).toContain(`block DAY_BOTH makeUpWorkdays/${last}`);
  });

  it('finds what is said twice', () => {
    const rules = contentFor('entry_rules', 'entry_person');
    rules.form.table.rows.push({ ...rules.form.table.rows[0]!, id: 'again' });
    rules.form.table.rows[1]!.give.code = 'NO_SUCH_REASON';
    expect(found(rules, 'entry_person')).toEqual([
      'block REASON_UNKNOWN table/rows/1/give/code',
      `warn ROW_REPEATED table/rows/${rules.form.table.rows.length - 1}`,
    ]);
    const list = contentFor('checklist', 'documents_instant');
    list.form.items.push(list.form.items[0]!);
    expect(found(list, 'documents_instant')).toEqual(['block TWICE items/2/document']);
    const cap = contentFor('rate_cap', 'licensed_lender');
    cap.form.rows.push({ ...cap.form.rows[0]!, fromOn: '2026-01-01' });
    expect(found(cap, 'licensed_lender')).toEqual(['block CAP_OVERLAP rows/1/fromOn']);
    const limits = contentFor('limits', 'limits_person');
    limits.form.dtiReferPercent = 90;
    expect(found(limits, 'limits_person')).toEqual(['block DTI_ORDER dtiReferPercent']);
  });
});

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

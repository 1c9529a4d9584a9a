import { POLICY_BODIES } from '../../../contracts/policy/bodies';
import type { PolicyKind } from '../../../contracts/policy/kinds';
import type { ProductBody } from '../../../contracts/policy/product';
import type { RuleTest } from '../../../contracts/policy/rule-table';
import { isStudioKind } from '../../../contracts/policy/studio';
import { bodyOf, contentOf } from '../../../domain/policy/form';
import type { Policy } from '../../../domain/policy/policy';
import { reviewContent } from '../../../domain/policy/review/review';
import { Shelf } from '../../../domain/policy/review/shelf';
import { contentFor, found, rowOf, seeds, shelf } from './under-review';

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
    const officer = table.rows[rowOf(table, 'officer')]!;
    officer.when = officer.when.map((clause) =>
      clause.fact === 'amountMinor' ? { ...clause, test: atMost(20_000_000) } : clause,
    );
    expect(found(content, 'authority_person')).toContain(
      `block ABOVE_CEILING table/rows/${rowOf(table, 'officer')}/give/route`,
    );
    table.rows.pop();
    expect(found(content, 'authority_person')).toContain('block TABLE_GAP table/rows');
    content.form.routes = content.form.routes.filter(({ route }) => route !== 'OFFICER');
    content.form.declineReview.quorum = 3;
    content.form.declineReview.role = 'king';
    const said = found(content, 'authority_person');
    expect(said).toContain(`block ROUTE_WITHOUT_LEVELS table/rows/${rowOf(table, 'officer')}/give/route`);
    expect(said).toContain('block QUORUM_UNFIT declineReview/quorum');
    expect(said).toContain('block ROLE_UNKNOWN declineReview/role');
  });
});

describe('amounts in findings', () => {
  /** What is said of a row above its ceiling where products of these currencies go by the authority. */
  const said = (...currencies: string[]) => {
    const ours = seeds.flatMap((policy): typeof seeds => {
      if (policy.ref.kind !== 'product') return [policy];
      const body = policy.body as ProductBody;
      if (body.policies.authority !== 'authority_person') return [];
      return currencies.map((currency, at) => ({
        ref: { ...policy.ref, code: `${body.code}_${at}` },
        body: { ...body, code: `${body.code}_${at}`, currency },
      }));
    });
    const content = contentFor('authority', 'authority_person');
    const { table } = content.form;
    const officer = table.rows[rowOf(table, 'officer')]!;
    officer.when = officer.when.map((clause) =>
      clause.fact === 'amountMinor' ? { ...clause, test: atMost(20_000_050) } : clause,
    );
    const findings = reviewContent(content, 'authority_person', new Shelf('2026-06-01', ours));
    return findings.find(({ code }) => code === 'ABOVE_CEILING')?.detail.en;
  };

  it.each([
    [['CNY'], '¥200,000.50', '¥100,000'],
    [['USD', 'USD'], 'USD 200,000.50', 'USD 100,000'],
    [['JPY'], 'JPY 20,000,050', 'JPY 10,000,000'],
    [['CNY', 'USD'], '200,000.50', '100,000'],
    [[], '¥200,000.50', '¥100,000'],
  ])('count in the currency of the products: %j', (currencies, amount, ceiling) => {
    expect(said(...currencies)).toBe(
      `Row “officer” goes up to ${amount}, above the ceiling ${ceiling} of the role that decides`,
    );
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

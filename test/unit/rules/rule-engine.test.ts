import type { DecisionGraph } from '../../../contracts/policy/decision-graph';
import { graphOf } from '../../../db/seed/policies/graph';
import { rulesOf } from '../../../db/seed/policies/hit-rules';
import { decisionRules } from '../../../providers/rules/decision-rules';
import { lintGraph } from '../../../providers/rules/lint-graph';
import { RuleEngine } from '../../../providers/rules/rule-engine';

const ref = (version: number) => ({ kind: 'entry_rules' as const, code: 'demo', version });
const hit = (code: string) => ({ code, severity: 'block' });

const graph: DecisionGraph = rulesOf('demo', [
  { id: 'young', why: 'below 18', when: { when: 'age != null and age < 18' }, give: hit('UNDER_AGE') },
  {
    id: 'high',
    why: 'above the product',
    when: { when: 'amountMinor > maxAmountMinor' },
    give: hit('TOO_MUCH'),
  },
]).graph;

describe('RuleEngine', () => {
  const engine = new RuleEngine();
  afterAll(() => engine.close());

  it('collects every hit and says which rows decided and why', async () => {
    const { result, trace } = await engine.evaluate(
      { ref: ref(1), graph },
      { age: 17, amountMinor: 5, maxAmountMinor: 3 },
    );
    expect(result).toEqual([hit('UNDER_AGE'), hit('TOO_MUCH')]);
    expect(trace).toEqual({
      policy: 'entry_rules/demo@1',
      rows: [
        { table: 'demo', row: 'young', note: 'below 18' },
        { table: 'demo', row: 'high', note: 'above the product' },
      ],
    });
  });

  it('answers an empty list when nothing is hit, and does not take a missing value for a hit', async () => {
    const { result, trace } = await engine.evaluate(
      { ref: ref(1), graph },
      { age: null, amountMinor: 3, maxAmountMinor: 3 },
    );
    expect(result).toEqual([]);
    expect(trace.rows).toEqual([]);
  });

  it('compares amounts exactly up to 2^53', async () => {
    const input = { age: 40, maxAmountMinor: 9_007_199_254_740_990, amountMinor: 9_007_199_254_740_991 };
    expect((await engine.evaluate({ ref: ref(1), graph }, input)).result).toEqual([hit('TOO_MUCH')]);
  });

  it('keeps a version by its name: an immutable version is compiled once', async () => {
    const other = rulesOf('demo', [{ id: 'all', why: '', when: {}, give: hit('ALWAYS') }]).graph;
    const input = { age: 40, amountMinor: 1, maxAmountMinor: 3 };
    expect((await engine.evaluate({ ref: ref(1), graph: other }, input)).result).toEqual([]);
    expect((await engine.evaluate({ ref: ref(2), graph: other }, input)).result).toEqual([hit('ALWAYS')]);
  });

  it('tries out a draft without keeping it', async () => {
    const { result, trace } = await engine.tryOut(graph, { age: 17, amountMinor: 1, maxAmountMinor: 3 });
    expect(result).toEqual([hit('UNDER_AGE')]);
    expect(trace.policy).toBe('draft');
  });

  it('gives the same result and trace every time, side by side', async () => {
    const input = { age: 17, amountMinor: 5, maxAmountMinor: 3 };
    const all = await Promise.all(
      Array.from({ length: 50 }, () => engine.evaluate({ ref: ref(1), graph }, input)),
    );
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
  });
});

describe('decisionRules', () => {
  const engine = new RuleEngine();
  afterAll(() => engine.close());
  const price = graphOf({
    name: 'price',
    hit: 'first',
    inputs: { grade: 'grade', term: 'termMonths' },
    outputs: ['rateBps', 'maxAmountPercent'],
    rows: [
      {
        id: 'a',
        why: '',
        when: { grade: '"A"', term: '[1..12]' },
        give: { rateBps: 1200, maxAmountPercent: 80 },
      },
      { id: 'b', why: '', when: { grade: '"B"' }, give: { rateBps: 1800, maxAmountPercent: 50 } },
    ],
  });
  const pinned = (code: string, body: DecisionGraph) => ({
    ref: { kind: 'price_table' as const, code, version: 1 },
    graph: body,
  });
  const rules = decisionRules(engine, {
    entry: pinned('e', graph),
    credit: pinned('c', graph),
    price: pinned('p', price),
    authority: pinned('x', price),
  });

  it('stops at the first row that fits, and says null when none does', async () => {
    expect((await rules.price({ grade: 'A', termMonths: 12 })).result).toEqual({
      rateBps: 1200,
      maxAmountPercent: 80,
    });
    expect((await rules.price({ grade: 'A', termMonths: 12 })).trace.rows).toEqual([
      { table: 'price', row: 'a', note: '' },
    ]);
    const none = await rules.price({ grade: 'A', termMonths: 13 });
    expect(none.result).toBeNull();
    expect(none.trace.rows).toEqual([]);
  });

  it('throws when a table answers in the shape of another kind', async () => {
    await expect(rules.authority({ grade: 'A', termMonths: 12 })).rejects.toThrow();
  });
});

describe('lintGraph', () => {
  const tableWith = (cell: string) =>
    rulesOf('t', [{ id: 'r1', why: '', when: { when: cell }, give: hit('X') }]).graph;

  it('accepts what reads only known fields', () => {
    expect(
      lintGraph(tableWith('age != null and age in [18..60] and residenceProvince in ["11", "31"]'), 'entry'),
    ).toEqual([]);
    expect(lintGraph(tableWith(''), 'entry')).toEqual([]);
  });

  it.each([
    ['a misspelt field', 'agee < 18'],
    ['a field of another table', 'bureauScore < 500'],
    ['a broken expression', 'age < ('],
    ['two expressions in one cell', '"a" "b"'],
    ['an unreadable sign', 'age # 3'],
    ['the clock', 'd() > 3'],
    ['chance', 'rand(3) > 1'],
  ])('refuses %s, which the engine would silently take for "no hit"', (_what, cell) => {
    expect(lintGraph(tableWith(cell), 'entry')).toMatchObject([{ table: 't', row: 'r1', column: 'when' }]);
  });

  it('refuses a column on an unknown field', () => {
    const table = graphOf({
      name: 't',
      hit: 'first',
      inputs: { a: 'nothing' },
      outputs: ['route'],
      rows: [{ id: 'r', why: '', when: {}, give: { route: 'AUTO' } }],
    });
    expect(lintGraph(table, 'authority')).toMatchObject([
      { column: 'a', problem: expect.stringContaining('nothing') },
    ]);
  });
});

import { DecisionGraph } from '../../../contracts/policy/decision-graph';
import type { RuleTest } from '../../../contracts/policy/rule-table';
import { POLICY_SEEDS } from '../../../db/seed/policies/all';
import { readCell, writeCell } from '../../../domain/policy/table/cell';
import { readCondition, writeCondition } from '../../../domain/policy/table/condition';
import { graphOfTable } from '../../../domain/policy/table/graph-of';
import { tableOf } from '../../../domain/policy/table/table-of';
import { RuleEngine } from '../../../providers/rules/rule-engine';

const TESTS: RuleTest[] = [
  { op: 'is', value: 'A' },
  { op: 'is', value: true },
  { op: 'is_not', value: 3 },
  { op: 'below', value: -5 },
  { op: 'at_most', value: 10 },
  { op: 'above', value: 0.5 },
  { op: 'at_least', value: 7 },
  { op: 'between', from: 1, to: 6 },
  { op: 'one_of', values: ['A', 'B'] },
  { op: 'none_of', values: ['x, y', 'and'] },
  { op: 'missing' },
  { op: 'given' },
  { op: 'at_least_fact', fact: 'customerMaxMinor' },
];

describe('cells of decision tables', () => {
  it.each(TESTS)('are read as they were written: $op', (test) => {
    expect(readCell(writeCell(test))).toEqual(test);
    expect(readCondition(writeCondition([{ fact: 'age', test }]))).toEqual([{ fact: 'age', test }]);
  });

  it('keep several clauses apart, also where a text holds the word that joins them', () => {
    const clauses = TESTS.map((test, at) => ({ fact: `fact${at}`, test }));
    expect(readCondition(writeCondition(clauses))).toEqual(clauses);
  });

  it.each(['age > 3 or age < 2', 'len(x) > 3', '"A" + "B"', 'age +'])(
    'say so where they cannot be read: %s',
    (cell) => {
      expect(readCell(cell)).toBeUndefined();
      expect(readCondition(cell)).toBeUndefined();
    },
  );
});

describe('decision tables that come with the software', () => {
  const graphs = POLICY_SEEDS.flatMap(({ kind, code, body }) =>
    typeof body === 'object' && body !== null && 'graph' in body
      ? [{ kind, code, graph: DecisionGraph.parse(body.graph) }]
      : [],
  );

  it.each(graphs)('$kind $code has a form for people, and its graph follows from it', ({ code, graph }) => {
    const read = tableOf(graph);
    if (!read.ok) throw new Error(`row ${read.row} column ${read.column}`);
    const again = tableOf(graphOfTable(code, read.table));
    expect(again).toEqual(read);
  });

  it('decide the same after a round through the form', async () => {
    const engine = new RuleEngine();
    const entry = graphs.find(({ code }) => code === 'entry_person');
    if (!entry) throw new Error('no entry rules');
    const read = tableOf(entry.graph);
    if (!read.ok) throw new Error('not read');
    const inputs = [17, 18, 21, 22, 60, null].flatMap((age) =>
      ['student', 'employed', null].map((employment) => ({
        ...{ age, employment, ageAtMaturity: age === null ? null : age + 6, customerTypeFits: age !== 22 },
        ...{
          amountMinor: 5,
          minAmountMinor: 10,
          maxAmountMinor: 20,
          termOffered: false,
          methodOffered: true,
        },
        ...{ purposeOffered: true, blacklisted: false, openSameProduct: 0, openApplications: 3 },
        ...{ openApplicationsMax: 3, exposureAfterMinor: 21, customerMaxMinor: 20, daysOverdue: 1 },
        residenceProvince: age === 60 ? '54' : '11',
      })),
    );
    for (const input of inputs) {
      const before = await engine.tryOut(entry.graph, input);
      const after = await engine.tryOut(graphOfTable('entry_person', read.table), input);
      expect(after.result).toEqual(before.result);
      expect(before.trace.rows.length).toBeGreaterThan(2);
    }
    engine.close();
  });
});

import type { DecisionGraph } from '../../../contracts/policy/decision-graph';
import type { RuleClause, RuleRow, RuleTable } from '../../../contracts/policy/rule-table';
import { writeCell } from './cell';
import { writeCondition } from './condition';
import { writeLiteral } from './literal';

/** Column for what a row asks beyond the facts that stand side by side. */
const FREE = 'when';

/** The graph that the rule engine runs for a table: input → table → output. */
export function graphOfTable(name: string, table: RuleTable): DecisionGraph {
  const { hit, columns, outputs, rows } = table;
  const free = columns.length === 0 || rows.some((row) => restOf(row, columns).length > 0);
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'request', type: 'inputNode', name: 'request', position: { x: 80, y: 160 } },
      {
        id: 'table',
        type: 'decisionTableNode',
        name,
        position: { x: 360, y: 160 },
        content: {
          hitPolicy: hit,
          inputs: [
            ...columns.map((fact) => ({ id: `in_${fact}`, name: fact, field: fact })),
            ...(free ? [{ id: FREE, name: FREE }] : []),
          ],
          outputs: outputs.map((field) => ({ id: `out_${field}`, name: field, field })),
          rules: rows.map((row) => ruleOf(row, columns, outputs, free)),
        },
      },
      { id: 'response', type: 'outputNode', name: 'response', position: { x: 640, y: 160 } },
    ],
    edges: [
      { id: 'in', sourceId: 'request', targetId: 'table', type: 'edge' },
      { id: 'out', sourceId: 'table', targetId: 'response', type: 'edge' },
    ],
  };
}

/** A column holds the first clause of its fact that needs no other fact; the rest goes into the free condition. */
function inColumn(row: RuleRow, fact: string): RuleClause | undefined {
  return row.when.find((clause) => clause.fact === fact && !('fact' in clause.test));
}

function restOf(row: RuleRow, columns: readonly string[]): RuleClause[] {
  const placed = columns.map((fact) => inColumn(row, fact));
  return row.when.filter((clause) => !placed.includes(clause));
}

function ruleOf(row: RuleRow, columns: readonly string[], outputs: readonly string[], free: boolean) {
  const cellOf = (fact: string) => {
    const clause = inColumn(row, fact);
    return clause ? writeCell(clause.test) : '';
  };
  const given = (output: string) => {
    const value = row.give[output];
    return value === undefined || value === '' ? '' : writeLiteral(value);
  };
  return {
    _id: row.id,
    _description: row.note,
    ...Object.fromEntries(columns.map((fact) => [`in_${fact}`, cellOf(fact)])),
    ...(free && { [FREE]: writeCondition(restOf(row, columns)) }),
    ...Object.fromEntries(outputs.map((output) => [`out_${output}`, given(output)])),
  };
}

import type { DecisionGraph, DecisionTableNode } from '../../../contracts/policy/decision-graph';
import type { RuleClause, RuleRow, RuleTable } from '../../../contracts/policy/rule-table';
import { readCell } from './cell';
import { readCondition } from './condition';
import { readLiteral } from './literal';

/** A graph as people read it, or where it says what no row of clauses can say. */
export type TableReading =
  | { readonly ok: true; readonly table: RuleTable }
  | { readonly ok: false; readonly row: string; readonly column: string };

/** Reads the one table of a graph; a graph of several tables has no such form. */
export function tableOf(graph: DecisionGraph): TableReading {
  const tables = graph.nodes.filter((node): node is DecisionTableNode => node.type === 'decisionTableNode');
  const [only] = tables;
  if (only === undefined || tables.length > 1) return { ok: false, row: '', column: '' };
  const { inputs, outputs, rules, hitPolicy } = only.content;
  const rows: RuleRow[] = [];
  for (const [at, rule] of rules.entries()) {
    const id = rule._id ?? `row-${at + 1}`;
    const when: RuleClause[] = [];
    for (const { id: column, field } of inputs) {
      const cell = rule[column] ?? '';
      if (cell.trim() === '') continue;
      const found = field === undefined ? readCondition(cell) : clauseOf(field, cell);
      if (found === undefined) return { ok: false, row: id, column };
      when.push(...found);
    }
    const give: RuleRow['give'] = {};
    for (const { id: column, field } of outputs) {
      const cell = rule[column] ?? '';
      if (cell.trim() === '') continue;
      const value = readLiteral(cell);
      if (value === undefined || typeof value === 'boolean') return { ok: false, row: id, column };
      give[field ?? column] = value;
    }
    rows.push({ id, note: rule._description ?? '', when, give });
  }
  const columns = inputs.flatMap(({ field }) => (field === undefined ? [] : [field]));
  const outputNames = outputs.map(({ id, field }) => field ?? id);
  return { ok: true, table: { hit: hitPolicy, columns, outputs: outputNames, rows } };
}

function clauseOf(fact: string, cell: string): RuleClause[] | undefined {
  const test = readCell(cell);
  return test && [{ fact, test }];
}

import { evaluateExpressionSync, evaluateUnaryExpressionSync } from '@gorules/zen-engine';
import type { DecisionGraph, DecisionTableNode } from '../../contracts/policy/decision-graph';
import { RULE_FIELDS, type RuleFieldSet } from '../../domain/underwriting/rule-fields';

/** A defect of a table. The engine itself would take such a cell for "does not match" and say nothing. */
export interface GraphDefect {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly problem: string;
}

/** Words of the expression language that a table may use. No clock, no chance: the same input gives the same result. */
const LANGUAGE = new Set([
  'and',
  'or',
  'not',
  'in',
  'true',
  'false',
  'null',
  'len',
  'sum',
  'min',
  'max',
  'abs',
  'floor',
  'ceil',
  'round',
  'contains',
  'startsWith',
  'endsWith',
  'some',
  'all',
  'none',
]);

/** Checks every cell of every table: it must be an expression, and read only what it is given. */
export function lintGraph(graph: DecisionGraph, fields: RuleFieldSet): GraphDefect[] {
  const known = new Set<string>(RULE_FIELDS[fields]);
  return graph.nodes.flatMap((node) => (node.type === 'decisionTableNode' ? lintTable(node, known) : []));
}

function lintTable({ name, content }: DecisionTableNode, known: ReadonlySet<string>): GraphDefect[] {
  const columns = content.inputs.flatMap(({ id, field }) =>
    field === undefined || known.has(field)
      ? []
      : [{ table: name, row: '', column: id, problem: `${field} is no input of this table` }],
  );
  const cells = content.rules.flatMap((rule, at) => {
    const row = rule._id ?? String(at);
    const inputs = content.inputs.map(({ id, field }) => ({
      column: id,
      problem: problemOf(
        rule[id] ?? '',
        known,
        field === undefined ? evaluateExpressionSync : evaluateUnaryExpressionSync,
      ),
    }));
    const outputs = content.outputs.map(({ id }) => ({
      column: id,
      problem: problemOf(rule[id] ?? '', known, evaluateExpressionSync),
    }));
    return [...inputs, ...outputs].flatMap(({ column, problem }) =>
      problem === null ? [] : [{ table: name, row, column, problem }],
    );
  });
  return [...columns, ...cells];
}

function problemOf(
  cell: string,
  known: ReadonlySet<string>,
  evaluate: (expression: string, context: Record<string, unknown>) => unknown,
): string | null {
  if (cell.trim() === '') return null;
  const words = cell.replace(/"[^"]*"|'[^']*'/g, '').match(/[A-Za-z_]\w*/g) ?? [];
  const stranger = words.find((word) => !known.has(word) && !LANGUAGE.has(word));
  if (stranger !== undefined) return `${stranger} is no input of this table`;
  try {
    evaluate(cell, { $: 1 });
    return null;
  } catch (error) {
    // A value of the wrong type at this trial is no defect of the cell; only an expression that cannot be read is.
    const text = error instanceof Error ? error.message : String(error);
    return /"type":"(parser|lexer|compiler)Error"/.test(text) ? 'this is no expression' : null;
  }
}

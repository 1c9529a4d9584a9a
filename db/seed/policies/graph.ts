import type { DecisionGraph } from '../../../contracts/policy/decision-graph';

/** A decision table as it is written by hand: a column per field, a row per rule, an empty cell for "whatever". */
export interface HandTable {
  readonly name: string;
  readonly hit: 'first' | 'collect';
  /** Column id → input field; the id `when` has no field and holds a condition of its own. */
  readonly inputs: Readonly<Record<string, string | null>>;
  readonly outputs: readonly string[];
  readonly rows: readonly HandRow[];
}

/** One rule: its name, why it is there, conditions by column, results by output. */
export interface HandRow {
  readonly id: string;
  readonly why: string;
  readonly when: Readonly<Record<string, string>>;
  readonly give: Readonly<Record<string, string | number>>;
}

/** Builds the graph input → table → output around one table. */
export function graphOf({ name, hit, inputs, outputs, rows }: HandTable): DecisionGraph {
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
          inputs: Object.entries(inputs).map(([id, field]) =>
            field === null ? { id, name: 'when' } : { id, name: field, field },
          ),
          outputs: outputs.map((field) => ({ id: `out_${field}`, name: field, field })),
          rules: rows.map((row) => ({
            _id: row.id,
            _description: row.why,
            ...Object.fromEntries(Object.keys(inputs).map((id) => [id, row.when[id] ?? ''])),
            ...Object.fromEntries(outputs.map((field) => [`out_${field}`, cellOf(row.give[field])])),
          })),
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

function cellOf(value: string | number | undefined): string {
  return value === undefined ? '' : typeof value === 'number' ? String(value) : JSON.stringify(value);
}

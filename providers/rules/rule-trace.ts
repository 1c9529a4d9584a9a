import { z } from 'zod';
import type { DecisionGraph } from '../../contracts/policy/decision-graph';
import type { RuleTrace } from '../../domain/underwriting/rules-port';

const Row = z.object({ index: z.int().min(0) });
/** A table that stops at its first hit reports one row or none, one that collects reports a list. */
const Rows = z.union([z.array(Row), Row.transform((row) => [row]), z.null().transform(() => [])]);

/** Reduces the engine's trace to the rows that decided: their ids and why they are in the table. */
export function traceOf(
  policy: string,
  graph: DecisionGraph,
  raw: Record<string, { traceData?: unknown }>,
): RuleTrace {
  const rows = graph.nodes.flatMap((node) => {
    if (node.type !== 'decisionTableNode') return [];
    return Rows.parse(raw[node.id]?.traceData ?? null).map(({ index }) => {
      const rule = node.content.rules[index];
      return { table: node.name, row: rule?._id ?? String(index), note: rule?._description ?? '' };
    });
  });
  return { policy, rows };
}

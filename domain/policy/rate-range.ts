import type { DecisionGraph } from '../../contracts/policy/decision-graph';

const RATE = 'rateBps';

/** Lowest and highest rate that a price table can give, in basis points; null where it gives none outright. */
export function rateRangeOf({ nodes }: DecisionGraph): { minBps: number; maxBps: number } | null {
  const rates = nodes.flatMap((node) => {
    if (node.type !== 'decisionTableNode') return [];
    const column = node.content.outputs.find(({ field }) => field === RATE)?.id ?? '';
    return node.content.rules.flatMap((rule) => {
      const cell = rule[column] ?? '';
      return /^\d+$/.test(cell) ? [Number(cell)] : [];
    });
  });
  return rates.length === 0 ? null : { minBps: Math.min(...rates), maxBps: Math.max(...rates) };
}

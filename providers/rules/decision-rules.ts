import { AuthorityResult, EntryResult, PriceResult } from '../../contracts/policy/rule-results';
import type { PolicySet } from '../../domain/policy/policy';
import type { DecisionRules } from '../../domain/underwriting/rules-port';
import type { PinnedGraph, RuleEngine } from './rule-engine';

/** The four tables that a product is decided by, as pinned versions. */
export interface ProductGraphs {
  readonly entry: PinnedGraph;
  readonly credit: PinnedGraph;
  readonly price: PinnedGraph;
  readonly authority: PinnedGraph;
}

/** The decision tables of a set, ready to run. */
export function rulesOfSet(engine: RuleEngine, set: PolicySet): DecisionRules {
  const graphOf = ({ ref, body }: PolicySet['entryRules' | 'priceTable' | 'authority']) => ({
    ref,
    graph: body.graph,
  });
  return decisionRules(engine, {
    entry: graphOf(set.entryRules),
    credit: graphOf(set.creditRules),
    price: graphOf(set.priceTable),
    authority: graphOf(set.authority),
  });
}

/** No row hit: a first-hit table then answers nothing or an empty record. */
function isNothing(result: unknown): boolean {
  return result == null || (typeof result === 'object' && Object.keys(result).length === 0);
}

/** The port of the domain on the rule engine; a table that answers in another shape is a defect and throws. */
export function decisionRules(engine: RuleEngine, graphs: ProductGraphs): DecisionRules {
  return {
    entry: async (input) => {
      const { result, trace } = await engine.evaluate(graphs.entry, input);
      return { result: EntryResult.parse(result ?? []), trace };
    },
    credit: async (input) => {
      const { result, trace } = await engine.evaluate(graphs.credit, input);
      return { result: EntryResult.parse(result ?? []), trace };
    },
    price: async (input) => {
      const { result, trace } = await engine.evaluate(graphs.price, input);
      return { result: isNothing(result) ? null : PriceResult.parse(result), trace };
    },
    authority: async (input) => {
      const { result, trace } = await engine.evaluate(graphs.authority, input);
      return { result: AuthorityResult.parse(result), trace };
    },
  };
}

import { type ZenDecision, ZenEngine } from '@gorules/zen-engine';
import type { DecisionGraph } from '../../contracts/policy/decision-graph';
import type { PolicyRef } from '../../contracts/policy/kinds';
import type { RuleInput, RuleTrace } from '../../domain/underwriting/rules-port';
import { traceOf } from './rule-trace';

/** A decision graph under the name of its immutable version. */
export interface PinnedGraph {
  readonly ref: PolicyRef;
  readonly graph: DecisionGraph;
}

const COMPILED_MAX = 500;

/** Name of a version as traces and caches write it. */
export function refText({ kind, code, version }: PolicyRef): string {
  return `${kind}/${code}@${version}`;
}

/**
 * Runs decision tables. A version never changes, so its compiled form is kept; the oldest is dropped when there are
 * too many. Native code: use it from activities and the API, never from a workflow.
 */
export class RuleEngine {
  readonly #zen = new ZenEngine();
  readonly #compiled = new Map<string, ZenDecision>();

  /** Evaluates a published version. The same input always gives the same result. */
  async evaluate(
    { ref, graph }: PinnedGraph,
    input: RuleInput,
  ): Promise<{ result: unknown; trace: RuleTrace }> {
    const name = refText(ref);
    let decision = this.#compiled.get(name);
    if (!decision) {
      decision = this.#zen.createDecision(graph);
      this.#compiled.set(name, decision);
      this.#dropOldest();
    }
    return run(decision, graph, name, input);
  }

  /** Evaluates a graph that has no version yet, to try a draft against past cases. */
  async tryOut(graph: DecisionGraph, input: RuleInput): Promise<{ result: unknown; trace: RuleTrace }> {
    return run(this.#zen.createDecision(graph), graph, 'draft', input);
  }

  close(): void {
    this.#compiled.clear();
    this.#zen.dispose();
  }

  #dropOldest(): void {
    const [oldest] = this.#compiled.keys();
    if (this.#compiled.size > COMPILED_MAX && oldest !== undefined) this.#compiled.delete(oldest);
  }
}

async function run(decision: ZenDecision, graph: DecisionGraph, name: string, input: RuleInput) {
  const response = await decision.evaluate(input, { trace: true });
  const result: unknown = response.result;
  return { result, trace: traceOf(name, graph, response.trace ?? {}) };
}

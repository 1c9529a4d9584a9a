import type { SourceCode } from '../../contracts/sources/source-code';
import type { MappedResult, SourceResultOf } from '../../contracts/sources/source-result';
import type { ScanFact } from './scan-facts';

/** What became of asking one source; only an answer carries a result. */
export type Fact<R> =
  | { readonly state: 'answered'; readonly result: R }
  | { readonly state: 'no_record' | 'refused' | 'unavailable' };

/** Answers of the sources that underwriting knows by name, and of those that were added by configuration. */
export interface Facts {
  readonly named: { readonly [C in SourceCode]?: Fact<SourceResultOf<C>> };
  readonly mapped: Readonly<Record<string, Fact<MappedResult>>>;
  /** What the applicant's papers say of the statements; none where no document was read. */
  readonly scans?: readonly ScanFact[];
}

/** The answer of a named source, or nothing when it was not asked or gave none. */
export function answerOf<C extends SourceCode>(facts: Facts, source: C): SourceResultOf<C> | undefined {
  const fact: Fact<SourceResultOf<C>> | undefined = facts.named[source];
  return fact?.state === 'answered' ? fact.result : undefined;
}

/** How asking a source went, `not_asked` when the product does not ask it. */
export function stateOf(facts: Facts, source: string): Fact<unknown>['state'] | 'not_asked' {
  const named: Readonly<Record<string, Fact<unknown> | undefined>> = facts.named;
  return (named[source] ?? facts.mapped[source])?.state ?? 'not_asked';
}

import type { AuthorityResult, EntryHit, PriceResult } from '../../contracts/policy/rule-results';

/** A flat record that decision tables read; amounts are whole minor units. */
export type RuleInput = Readonly<Record<string, string | number | boolean | null>>;

/** Which rows of which table decided, as it is stored with the decision. */
export interface RuleTrace {
  readonly policy: string;
  readonly rows: readonly { readonly table: string; readonly row: string; readonly note: string }[];
}

/** What a table answered, and why. */
export interface Ruled<T> {
  readonly result: T;
  readonly trace: RuleTrace;
}

/** The decision tables of one product as pinned versions; the engine behind them is no business of the domain. */
export interface DecisionRules {
  entry(input: RuleInput): Promise<Ruled<EntryHit[]>>;
  credit(input: RuleInput): Promise<Ruled<EntryHit[]>>;
  /** Null when no row has a price for the grade and term. */
  price(input: RuleInput): Promise<Ruled<PriceResult | null>>;
  authority(input: RuleInput): Promise<Ruled<AuthorityResult>>;
}

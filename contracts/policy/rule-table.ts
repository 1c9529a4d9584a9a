import { z } from 'zod';
import { Code } from './body-parts';

/** A value that a rule compares with; amounts are whole minor units, rates basis points, ratios parts per million. */
export const RuleValue = z.union([z.string().max(100), z.number(), z.boolean()]);
export type RuleValue = z.infer<typeof RuleValue>;

/** What a rule asks of one fact. A comparison never holds for a fact that nobody could give. */
export const RuleTest = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('is'), value: RuleValue }),
    z.strictObject({ op: z.literal('is_not'), value: RuleValue }),
    z.strictObject({ op: z.literal('below'), value: z.number() }),
    z.strictObject({ op: z.literal('at_most'), value: z.number() }),
    z.strictObject({ op: z.literal('above'), value: z.number() }),
    z.strictObject({ op: z.literal('at_least'), value: z.number() }),
    z.strictObject({ op: z.literal('between'), from: z.number(), to: z.number() }),
    z.strictObject({ op: z.literal('one_of'), values: z.array(RuleValue).min(1).max(100) }),
    z.strictObject({ op: z.literal('none_of'), values: z.array(RuleValue).min(1).max(100) }),
    z.strictObject({ op: z.literal('missing') }),
    z.strictObject({ op: z.literal('given') }),
    z.strictObject({ op: z.literal('below_fact'), fact: Code }),
    z.strictObject({ op: z.literal('at_most_fact'), fact: Code }),
    z.strictObject({ op: z.literal('above_fact'), fact: Code }),
    z.strictObject({ op: z.literal('at_least_fact'), fact: Code }),
  ])
  .meta({ id: 'RuleTest' });
export type RuleTest = z.infer<typeof RuleTest>;

/** One condition: a fact and what is asked of it. */
export const RuleClause = z.strictObject({ fact: Code, test: RuleTest }).meta({ id: 'RuleClause' });
export type RuleClause = z.infer<typeof RuleClause>;

/** One row: all its conditions must hold; then it gives its results. */
export const RuleRow = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/),
    note: z.string().max(200),
    when: z.array(RuleClause).max(30),
    /** Results by output; an absent one is left out of the answer. */
    give: z.record(Code, z.union([z.string().max(100), z.number()])),
  })
  .meta({ id: 'RuleRow' });
export type RuleRow = z.infer<typeof RuleRow>;

/**
 * A decision table as people read and write it. `first` stops at the first row that holds, `collect` gathers all that
 * hold. `columns` are the facts shown side by side; a row may ask for further ones.
 */
export const RuleTable = z
  .strictObject({
    hit: z.enum(['first', 'collect']),
    columns: z.array(Code).max(30),
    outputs: z.array(Code).min(1).max(10),
    rows: z.array(RuleRow).min(1).max(1_000),
  })
  .meta({ id: 'RuleTable' });
export type RuleTable = z.infer<typeof RuleTable>;

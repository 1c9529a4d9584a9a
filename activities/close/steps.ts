import type { Db } from '../../db/client';
import { accruePart } from '../../db/repositories/close/accrue';
import { crossDefault } from '../../db/repositories/close/cross-default';
import { keepFindings } from '../../db/repositories/close/findings';
import { foldRest } from '../../db/repositories/close/fold-rest';
import { appendMonths, rollBuckets } from '../../db/repositories/close/month-end';
import { proveDate } from '../../db/repositories/close/proof';
import { proveLines } from '../../db/repositories/close/prove-lines';
import { postProvisions } from '../../db/repositories/close/provisions';
import type { CloseRules } from '../../db/repositories/close/rules';
import { showClasses } from '../../db/repositories/close/show-classes';
import { carryBalances, takeSnapshot } from '../../db/repositories/close/snapshot';
import { standPart } from '../../db/repositories/close/standing';
import type { CloseScope, PartScope } from '../../domain/close/scope';

/** What every step is given: the rules of the date, and a sign of life to give while it goes on. */
export interface StepTools {
  readonly db: Db;
  readonly runId: string;
  readonly rules: CloseRules;
  readonly alive: () => void;
}

/** A step of close of business: over each part of the loans, or once over the date. It answers how many rows it touched. */
export type CloseStep =
  | { readonly name: string; readonly over: 'parts'; run(tools: StepTools, part: PartScope): Promise<number> }
  | {
      readonly name: string;
      readonly over: 'date';
      run(tools: StepTools, scope: CloseScope): Promise<number>;
    };

/** The steps in their order; each may be done again at any time and then finds nothing to do. */
export const CLOSE_STEPS: readonly CloseStep[] = [
  { name: 'accrue', over: 'parts', run: ({ db }, part) => accruePart(db, part) },
  { name: 'fold', over: 'parts', run: ({ db, alive }, part) => foldRest(db, part, alive) },
  { name: 'stand', over: 'parts', run: ({ db, rules }, part) => standPart(db, part, rules) },
  { name: 'cross_default', over: 'date', run: ({ db, rules }, scope) => crossDefault(db, scope, rules) },
  { name: 'classes', over: 'parts', run: ({ db }, part) => showClasses(db, part) },
  { name: 'months', over: 'parts', run: ({ db }, part) => appendMonths(db, part) },
  { name: 'snapshot', over: 'date', run: ({ db }, scope) => takeSnapshot(db, scope) },
  { name: 'rolls', over: 'date', run: ({ db }, scope) => rollBuckets(db, scope) },
  { name: 'provisions', over: 'date', run: ({ db }, scope) => postProvisions(db, scope) },
  { name: 'balances', over: 'date', run: ({ db }, scope) => carryBalances(db, scope) },
  {
    name: 'prove_lines',
    over: 'parts',
    run: async ({ db, runId }, part) => {
      const { batches, findings } = await proveLines(db, part);
      await keepFindings(db, runId, findings);
      return batches;
    },
  },
  {
    name: 'prove',
    over: 'date',
    run: async ({ db, runId }, scope) => {
      const findings = await proveDate(db, scope);
      await keepFindings(db, runId, findings);
      return findings.length;
    },
  },
];

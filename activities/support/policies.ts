import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { PolicyRef } from '../../contracts/policy/kinds';
import type { Queryable } from '../../db/client';
import { compiledRead } from '../../db/compiled';
import { pinnedPolicySet, policySetOn } from '../../db/repositories/policy-set';
import { decisions } from '../../db/schema/underwriting';
import { businessDate } from '../../domain/calendar/business-date';
import type { PolicySet } from '../../domain/policy/policy';
import { rulesOfSet } from '../../providers/rules/decision-rules';
import type { ActivityDeps } from './deps';
import type { ApplicationRow, Step } from './step';

/** Name of the automatic decision among the decisions of an application. */
export const AUTOMATIC_STEP = 'automatic/1';

/** Business date of the application: policies in force that day judge it (新老划断). */
export const appliedOn = (app: Pick<ApplicationRow, 'createdAt'>, utcOffsetMinutes: number): string =>
  businessDate(app.createdAt.getTime(), utcOffsetMinutes);

/** All policies that govern an application. A gap in policy parks the loan: it is never the applicant's fault. */
export function policiesOf(deps: ActivityDeps, { tx, app }: Pick<Step, 'tx' | 'app'>): Promise<PolicySet> {
  return policiesFor(deps, tx, app);
}

/** How long a set that was read is taken as in force: within it the steps of all loans share one reading. */
const FRESH_MS = 2_000;
const MOST_KEPT = 200;
const recent = new WeakMap<ActivityDeps['db'], Map<string, { readAt: number; set: PolicySet }>>();

/**
 * As above outside a step. From its decision on an application keeps the versions it was decided under, whatever is
 * published since; before, the versions in force on its day count, and a set read a moment ago serves again.
 */
export async function policiesFor(deps: ActivityDeps, q: Queryable, app: ApplicationRow): Promise<PolicySet> {
  const decided = app.score === null ? undefined : await decidedUnder(deps, q, app.id);
  return decided ?? inForceFor(deps, q, app);
}

async function inForceFor(deps: ActivityDeps, q: Queryable, app: ApplicationRow): Promise<PolicySet> {
  const { productCode, productVersion } = app;
  const on = appliedOn(app, deps.settings.utcOffsetMinutes);
  const key = `${productCode}/${productVersion}/${on}`;
  const kept = recent.get(deps.db) ?? new Map<string, { readAt: number; set: PolicySet }>();
  recent.set(deps.db, kept);
  const known = kept.get(key);
  const readAt = performance.now();
  if (known && readAt - known.readAt < FRESH_MS) return known.set;
  const set = await policySetOn(q, productCode, productVersion, on);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { readAt, set });
  return set;
}

const PINNED_MAX = 5_000;
const pinned = new WeakMap<ActivityDeps['db'], Map<string, PolicySet>>();
const PinnedRefs = z.array(PolicyRef);

const pinnedRefs = compiledRead((from) =>
  from
    .select({ refs: decisions.policyVersions })
    .from(decisions)
    .where(
      and(eq(decisions.applicationId, sql.placeholder('applicationId')), eq(decisions.step, AUTOMATIC_STEP)),
    ),
);

/** The set that the stored decision names; loans decided alike share one, and it never changes. */
async function decidedUnder(
  deps: ActivityDeps,
  q: Queryable,
  applicationId: string,
): Promise<PolicySet | undefined> {
  const kept = pinned.get(deps.db) ?? new Map<string, PolicySet>();
  pinned.set(deps.db, kept);
  const known = kept.get(applicationId);
  if (known) return known;
  const [decision] = await pinnedRefs(q, { applicationId });
  if (!decision) return undefined;
  // What decisions of one day have in common is under the text of their references, beside the applications.
  const alike = JSON.stringify(decision.refs);
  const set = kept.get(alike) ?? (await pinnedPolicySet(q, PinnedRefs.parse(decision.refs)));
  for (const key of [alike, applicationId]) {
    const [oldest] = kept.keys();
    if (kept.size >= PINNED_MAX && oldest !== undefined) kept.delete(oldest);
    kept.delete(key);
    kept.set(key, set);
  }
  return set;
}

/** The decision tables of a set, ready to run. */
export const rulesOf = (deps: ActivityDeps, set: PolicySet) => rulesOfSet(deps.rules, set);

import type { Queryable } from '../../db/client';
import { policySetOn } from '../../db/repositories/policy-set';
import { businessDate } from '../../domain/calendar/business-date';
import type { PolicySet } from '../../domain/policy/policy';
import { decisionRules } from '../../providers/rules/decision-rules';
import type { ActivityDeps } from './deps';
import type { ApplicationRow, Step } from './step';

/** Business date of the application: policies in force that day judge it (新老划断). */
export const appliedOn = (app: Pick<ApplicationRow, 'createdAt'>, utcOffsetMinutes: number): string =>
  businessDate(app.createdAt.getTime(), utcOffsetMinutes);

/** All policies that govern an application. A gap in policy parks the loan: it is never the applicant's fault. */
export function policiesOf(deps: ActivityDeps, { tx, app }: Pick<Step, 'tx' | 'app'>): Promise<PolicySet> {
  return policiesFor(deps, tx, app);
}

/** As above outside a step. */
export function policiesFor(deps: ActivityDeps, q: Queryable, app: ApplicationRow): Promise<PolicySet> {
  return policySetOn(q, app.productCode, app.productVersion, appliedOn(app, deps.settings.utcOffsetMinutes));
}

/** The decision tables of a set, ready to run. */
export function rulesOf(deps: ActivityDeps, set: PolicySet) {
  const graphOf = ({ ref, body }: PolicySet['entryRules' | 'priceTable' | 'authority']) => ({
    ref,
    graph: body.graph,
  });
  return decisionRules(deps.rules, {
    entry: graphOf(set.entryRules),
    credit: graphOf(set.creditRules),
    price: graphOf(set.priceTable),
    authority: graphOf(set.authority),
  });
}

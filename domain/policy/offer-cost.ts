import { toDay } from '../calendar/civil-day';
import { costOf } from '../cost/cost-of';
import { InvariantError } from '../invariant';
import { buildSchedule } from '../schedule/build-schedule';
import type { OfferedTerms } from '../underwriting/decision';
import type { AnnualCost } from '../underwriting/rate-cap';
import { scheduleTermsOf, type TermPolicies } from './account-terms';

/** Annualised total cost of an offer paid out on a day and repaid as agreed, all fees included (金规〔2026〕2号). */
export function offerCost(
  policies: Pick<TermPolicies, 'product' | 'calendar'>,
  paidOutOn: string,
): (terms: OfferedTerms) => AnnualCost {
  return (offered) => {
    const terms = scheduleTermsOf(policies, offered, toDay(paidOutOn));
    const cost = costOf(terms, buildSchedule(terms));
    if (cost === null) throw new InvariantError('an offer has no annual cost');
    return { simple: cost.simple, compound: cost.compound };
  };
}

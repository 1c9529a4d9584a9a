import { RepaymentMethod } from '../../contracts/policy/product';
import type { AccountTerms } from '../../domain/account/terms';
import { toDay } from '../../domain/calendar/civil-day';
import { accountTermsOf } from '../../domain/policy/account-terms';
import type { PolicySet } from '../../domain/policy/policy';
import type { OfferedTerms } from '../../domain/underwriting/decision';
import { failure } from '../support/failures';
import type { ApplicationRow } from '../support/step';

/** The terms that were approved. */
export function agreedTerms(app: ApplicationRow): OfferedTerms {
  const { approvedAmountMinor: amountMinor, rateBps, approvedTermMonths: termMonths } = app;
  if (amountMinor === null || rateBps === null || termMonths === null)
    throw failure('BAD_DATA', `terms of ${app.id}`);
  return { amountMinor, rateBps, termMonths, method: RepaymentMethod.parse(app.method) };
}

/** How the account of these terms is kept when paid out on a date. */
export function accountTermsFor(set: PolicySet, agreed: OfferedTerms, paidOutOn: string): AccountTerms {
  const policies = {
    product: set.product.body,
    penalty: set.penalty.body,
    provisioning: set.provisioning.body,
    calendar: set.calendar.body,
    referenceRate: set.referenceRate?.body ?? null,
  };
  return accountTermsOf(policies, agreed, toDay(paidOutOn));
}

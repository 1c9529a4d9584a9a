import { percentCodec } from '../../contracts/codecs';
import type { Milestone } from '../../contracts/loan/plan';
import { eventsOf } from '../../db/repositories/loan-events';
import { publishedPolicy } from '../../db/repositories/policy';
import { MissingPolicyError } from '../../db/repositories/policy-set';
import { sumOf } from '../../domain/account/item';
import { repricingOn } from '../../domain/account/repricing';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { type Decimal, normalise, toScale } from '../../domain/money/decimal';
import { LPR, publishedRates } from '../../domain/policy/reference-rate';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { notify } from '../support/notify';
import { audit } from '../support/record';
import { book, type LoanStep } from './loan-step';

/**
 * 重定价: the rate follows the LPR that stood published on the repricing day, from that day on, also when the step comes
 * later. Without a change of the LPR nothing is booked and nobody is told.
 */
export async function reprice(deps: ActivityDeps, step: LoanStep, { key }: Milestone): Promise<void> {
  const { tx, loan, terms, today } = step;
  const on = key.slice(key.indexOf('/') + 1);
  const lpr = await publishedPolicy(tx, 'reference_rate', LPR, today);
  if (!lpr) throw new MissingPolicyError({ kind: 'reference_rate', code: LPR });
  const repriced = repricingOn(toDay(on), terms, await eventsOf(tx, loan.id), publishedRates(lpr.body));
  if (repriced === null) return;
  const [before, after] = [percentOf(repriced.before), percentOf(repriced.after)];
  if (before === after) return;
  const outcome = await book(step, {
    body: { type: 'rate_changed', annualRate: after, reason: 'lpr' },
    effectiveOn: on,
    idempotencyKey: `reprice/${loan.id}/${on}`,
    actor: 'system',
  });
  if (!outcome.ok) throw failure('BOOKING_REFUSED', outcome.code);
  await audit(step, 'loan.repriced', 'system', { effectiveOn: on, before, after });
  await tell(deps, step, { on, annualRate: after });
}

/** The rate as text with two decimals, or with more where it has them: equal rates give equal text. */
function percentOf(rate: Decimal): string {
  const least = normalise(rate);
  return percentCodec.encode(least.scale < 4 ? toScale(least, 4, 'half-up') : least);
}

/** The new rate with the first instalment that falls due under it. */
async function tell(
  { vault }: ActivityDeps,
  step: LoanStep,
  { on, annualRate }: { on: string; annualRate: string },
): Promise<void> {
  const next = step.account.rows.find(({ dueOn, open }) => dueOn > toDay(on) && sumOf(open) > 0n);
  if (!next) return;
  await notify(vault, step, {
    key: `rate-changed/${step.loan.id}/${on}`,
    template: 'rate-changed',
    channel: 'sms',
    params: {
      annualRate,
      fromOn: on,
      dueOn: fromDay(next.dueOn),
      amount: sumOf(next.open).toString(),
    },
  });
}

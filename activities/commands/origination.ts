import { and, eq, inArray } from 'drizzle-orm';
import type { CommandInput } from '../../contracts/loan/commands';
import type { AppliedCommand } from '../../contracts/loan/steps';
import { contracts } from '../../db/schema/contracts';
import { payouts } from '../../db/schema/money-moves';
import { change, type Step } from '../support/step';

/** The applicant takes the application back; possible while no money is on its way. */
export async function withdraw(step: Step, command: CommandInput): Promise<AppliedCommand> {
  const { tx, app } = step;
  const [sent] = await tx
    .select({ id: payouts.id })
    .from(payouts)
    .where(
      and(eq(payouts.applicationId, app.id), inArray(payouts.status, ['intent', 'processing', 'confirmed'])),
    );
  if (sent) return { ok: false, code: 'WRONG_STAGE' };
  await tx
    .update(contracts)
    .set({ status: 'withdrawn' })
    .where(
      and(eq(contracts.applicationId, app.id), inArray(contracts.status, ['offered', 'signed', 'sealed'])),
    );
  await change(step, { reasonCodes: command.reasonCodes ?? [] });
  return { ok: true, effect: 'WITHDRAWN' };
}

/** The applicant wants a person to look at an automatic decline. */
export async function requestReview({ app }: Step, _command: CommandInput): Promise<AppliedCommand> {
  if (app.stage !== 'DECLINED') return { ok: false, code: 'WRONG_STAGE' };
  return { ok: true, effect: 'REVIEW_REQUESTED' };
}

/** No other account will be given: the loan ends before any money is out. */
export async function cancelPayout({ app }: Step, _command: CommandInput): Promise<AppliedCommand> {
  if (app.stage !== 'ACCOUNT_CORRECTION') return { ok: false, code: 'WRONG_STAGE' };
  return { ok: true, effect: 'PAYOUT_CANCELLED' };
}

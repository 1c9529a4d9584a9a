import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../../contracts/loan/commands';
import { needsTwoToResume } from '../../contracts/loan/money-steps';
import type { AppliedCommand } from '../../contracts/loan/steps';
import { commands } from '../../db/schema/messaging';
import type { Step } from '../support/step';

/**
 * An operator has corrected the cause; the parked step runs again. Where that moves or books money, the first person's
 * word is kept with the loan, which stays parked until another person says so too.
 */
export async function resume({ tx, app, now }: Step, { actorId }: CommandInput): Promise<AppliedCommand> {
  if (app.parkedAt === null) return { ok: false, code: 'NOT_PARKED' };
  if (!needsTwoToResume(app.parkedStep)) return { ok: true, effect: 'RESUMED' };
  // Words of a former stop are not among them: resuming used them up.
  const words = and(
    eq(commands.workflowId, `loan/${app.id}`),
    eq(commands.kind, 'resume'),
    eq(commands.status, 'proposed'),
  );
  const [first] = await tx.select({ by: commands.actorId }).from(commands).where(words);
  if (first === undefined) return { ok: false, code: 'SECOND_PERSON_NEEDED' };
  if (first.by === actorId) return { ok: false, code: 'MAKER_IS_CHECKER' };
  const result = { ok: true, effect: 'RESUMED' };
  await tx.update(commands).set({ status: 'applied', result, appliedAt: now }).where(words);
  return { ok: true, effect: 'RESUMED' };
}

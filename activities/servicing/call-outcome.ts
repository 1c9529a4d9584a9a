import { z } from 'zod';
import type { tasks } from '../../db/schema/tasks';
import { CALL_TASKS, OTHER_PERSON } from '../../domain/collections/call-outcome';
import { mayContact } from '../../domain/collections/contact-limits';
import type { ActivityDeps } from '../support/deps';
import { policiesOf } from '../support/policies';
import { audit } from '../support/record';
import type { Step } from '../support/step';
import { contactHour, contactsToday } from './contact';

/** What a person says of a call beside what came of it. */
const CallTerms = z.object({
  outcome: z.string(),
  /** How often they dialled until then. */
  attempts: z
    .string()
    .regex(/^[1-9]\d?$/)
    .default('1')
    .transform(Number),
  atDebtorsWish: z.enum(['yes', 'no']).default('no'),
});

/**
 * Holds the outcome of a call against the limits of contact. The call has happened, so it is recorded in any case; what
 * went beyond stays on the task and in the audit trail, where whoever answers for collection finds it.
 */
export async function beyondLimits(
  deps: ActivityDeps,
  step: Step,
  task: Pick<typeof tasks.$inferSelect, 'id' | 'kind'>,
  terms: Record<string, string>,
): Promise<{ ok: true; details: Record<string, string | null> } | { ok: false; code: 'BAD_COMMAND' }> {
  if (!CALL_TASKS.includes(task.kind)) return { ok: true, details: {} };
  const call = CallTerms.safeParse(terms);
  if (!call.success) return { ok: false, code: 'BAD_COMMAND' };
  const { outcome, attempts, atDebtorsWish } = call.data;
  const { contactLimits } = (await policiesOf(deps, step)).collectionStrategy.body;
  const contacts = await contactsToday(deps, step);
  const before = { ...contacts, callAttempts: contacts.callAttempts + attempts - 1 };
  const may = mayContact(contactLimits, before, {
    kind: outcome === OTHER_PERSON ? 'other' : 'call',
    hour: contactHour(deps, step),
    atDebtorsWish: atDebtorsWish === 'yes',
  });
  if (may.ok) return { ok: true, details: { beyondLimits: null } };
  await audit(step, 'collection.beyond_limits', 'system', { taskId: task.id, refusal: may.code });
  return { ok: true, details: { beyondLimits: may.code } };
}

import { eq } from 'drizzle-orm';
import type { CommandKind } from '../../contracts/loan/commands';
import { staffUsers } from '../../db/schema/access';
import type { Step } from '../support/step';

type PlainCommand = Exclude<CommandKind, 'approve' | 'reject' | 'returnForDocuments' | 'completeTask'>;

/** Staff roles that may give each command; `borrower` lets the applicant and the maker of the application do it too. */
const ROLES: Record<PlainCommand, readonly string[]> = {
  withdraw: ['borrower', 'officer', 'senior_officer'],
  requestReview: ['borrower', 'officer', 'senior_officer'],
  cancelPayout: ['borrower', 'officer', 'senior_officer', 'operator'],
  resume: ['operator', 'administrator'],
  waive: ['senior_officer', 'risk_manager'],
  restructure: ['senior_officer', 'risk_manager'],
  writeOff: ['risk_manager', 'committee'],
};

/** Whether the actor, as Postgres knows them, may give this command on this loan. */
export async function actorMay({ tx, app }: Step, kind: PlainCommand, actorId: string): Promise<boolean> {
  const roles = ROLES[kind];
  if (roles.includes('borrower') && [app.customerId, app.createdBy, app.partnerId].includes(actorId))
    return true;
  const [staff] = await tx.select().from(staffUsers).where(eq(staffUsers.id, actorId));
  return staff?.active === true && staff.roles.some((role) => roles.includes(role));
}

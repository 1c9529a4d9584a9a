import { subject } from '@casl/ability';
import { eq, sql } from 'drizzle-orm';
import type { Action } from '../../contracts/http/roles';
import type { Queryable } from '../../db/client';
import { compiledRead } from '../../db/compiled';
import { foldableEventsOf } from '../../db/repositories/loan-events';
import { type LoanRow, termsOf } from '../../db/repositories/loans';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import { loans } from '../../db/schema/loans';
import { type Account, accountOf } from '../../domain/account/account-of';
import type { LoanEvent } from '../../domain/account/events';
import { toDay } from '../../domain/calendar/civil-day';
import type { Actor } from '../auth/actor';
import { ProblemError } from '../problem';

/** A loan with what permissions and lists need of its application and customer. */
export interface NamedLoan {
  loan: LoanRow;
  customerName: string;
  partnerId: string | null;
}

const namedLoan = compiledRead((from) =>
  from
    .select({ loan: loans, customerName: customers.maskedName, partnerId: applications.partnerId })
    .from(loans)
    .innerJoin(applications, eq(applications.id, loans.applicationId))
    .innerJoin(customers, eq(customers.id, loans.customerId))
    .where(eq(loans.id, sql.placeholder('id'))),
);

/** The loan if the actor may do this to it; a foreign one does not exist for them. */
export async function loanFor(db: Queryable, actor: Actor, action: Action, id: string): Promise<NamedLoan> {
  const [found] = await namedLoan(db, { id });
  if (found === undefined) throw new ProblemError('NOT_FOUND');
  const { customerId } = found.loan;
  const guarded = subject('Loan', { customerId, partnerId: found.partnerId, branch: found.loan.branch });
  if (!actor.ability.can('read', guarded)) throw new ProblemError('NOT_FOUND');
  if (!actor.ability.can(action, guarded)) throw new ProblemError('FORBIDDEN');
  return found;
}

/** The account on a day as the books know it on another: a fresh fold over all events. */
export async function foldedAccount(
  db: Queryable,
  loan: LoanRow,
  asOf: string,
  knownOn: string,
): Promise<{ account: Account; events: LoanEvent[] }> {
  const events = await foldableEventsOf(db, loan.id);
  const times = { asOf: toDay(asOf), knownOn: toDay(knownOn) };
  return { account: accountOf(termsOf(loan), events, times), events };
}

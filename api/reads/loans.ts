import { subject } from '@casl/ability';
import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListLoans } from '../../contracts/http/loans';
import type { Action } from '../../contracts/http/roles';
import type { Queryable } from '../../db/client';
import { eventsOf, type StoredEvent } from '../../db/repositories/loan-events';
import { type LoanRow, termsOf } from '../../db/repositories/loans';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import { loans } from '../../db/schema/loans';
import { type Account, accountOf } from '../../domain/account/account-of';
import { toDay } from '../../domain/calendar/civil-day';
import type { Actor } from '../auth/actor';
import { ProblemError } from '../problem';
import { visibleTo } from './scope';

/** A loan with what permissions and lists need of its application and customer. */
export interface NamedLoan {
  loan: LoanRow;
  customerName: string;
  partnerId: string | null;
}

const WITH_NAME = { loan: loans, customerName: customers.maskedName, partnerId: applications.partnerId };

/** The loan if the actor may do this to it; a foreign one does not exist for them. */
export async function loanFor(db: Queryable, actor: Actor, action: Action, id: string): Promise<NamedLoan> {
  const [found] = await db
    .select(WITH_NAME)
    .from(loans)
    .innerJoin(applications, eq(applications.id, loans.applicationId))
    .innerJoin(customers, eq(customers.id, loans.customerId))
    .where(eq(loans.id, id));
  if (found === undefined) throw new ProblemError('NOT_FOUND');
  const { customerId } = found.loan;
  const guarded = subject('Loan', { customerId, partnerId: found.partnerId, branch: found.loan.branch });
  if (!actor.ability.can('read', guarded)) throw new ProblemError('NOT_FOUND');
  if (!actor.ability.can(action, guarded)) throw new ProblemError('FORBIDDEN');
  return found;
}

/** One row more than a page of loans, newest first. */
export async function listLoans(
  db: Queryable,
  actor: Actor,
  query: z.output<typeof ListLoans>,
  after: string | undefined,
): Promise<NamedLoan[]> {
  const conditions: (SQL | undefined)[] = [
    visibleTo(actor, 'Loan', { customerId: loans.customerId, partnerId: applications.partnerId }),
    after === undefined ? undefined : lt(loans.id, after),
    query.customerId === undefined ? undefined : eq(loans.customerId, query.customerId),
    query.clockId === undefined ? undefined : eq(loans.clockId, query.clockId),
    query.status === undefined ? undefined : eq(loans.status, query.status),
    query.minDaysOverdue === undefined ? undefined : gte(loans.daysOverdue, query.minDaysOverdue),
  ];
  return db
    .select(WITH_NAME)
    .from(loans)
    .innerJoin(applications, eq(applications.id, loans.applicationId))
    .innerJoin(customers, eq(customers.id, loans.customerId))
    .where(and(...conditions))
    .orderBy(desc(loans.id))
    .limit(query.limit + 1);
}

/** The account on a day as the books know it on another: a fresh fold over all events. */
export async function foldedAccount(
  db: Queryable,
  loan: LoanRow,
  asOf: string,
  knownOn: string,
): Promise<{ account: Account; events: StoredEvent[] }> {
  const events = await eventsOf(db, loan.id);
  const times = { asOf: toDay(asOf), knownOn: toDay(knownOn) };
  return { account: accountOf(termsOf(loan), events, times), events };
}

import { subject } from '@casl/ability';
import { and, asc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListTasks } from '../../contracts/http/tasks';
import type { Queryable } from '../../db/client';
import { inHouseCurrency } from '../../db/repositories/exchange-rates';
import { staffUsers } from '../../db/schema/access';
import { applications } from '../../db/schema/applications';
import { testClocks } from '../../db/schema/clocks';
import { customers } from '../../db/schema/customers';
import { tasks, taskVotes } from '../../db/schema/tasks';
import { businessDate } from '../../domain/calendar/business-date';
import { comparable } from '../auth/ability';
import type { Actor } from '../auth/actor';
import type { Place } from '../cursor';
import { ProblemError } from '../problem';
import { visibleTo } from './scope';

export type TaskRow = typeof tasks.$inferSelect;
export interface NamedTask {
  task: TaskRow;
  customerName: string;
  currency: string;
  assigneeName: string | null;
  /** What time it is for the task: its clock's, or the real one. */
  asOf: Date;
}

const WITH_NAME = {
  task: tasks,
  customerName: customers.maskedName,
  currency: applications.currency,
  assigneeName: staffUsers.displayName,
  asOf: sql<Date>`coalesce(${testClocks.now}, now())`.mapWith(tasks.openedAt),
};

/** A task that the actor may see. */
export async function taskFor(db: Queryable, actor: Actor, id: string): Promise<NamedTask> {
  const [found] = await db
    .select(WITH_NAME)
    .from(tasks)
    .innerJoin(customers, eq(customers.id, tasks.customerId))
    .innerJoin(applications, eq(applications.id, tasks.applicationId))
    .leftJoin(staffUsers, eq(staffUsers.id, tasks.assigneeId))
    .leftJoin(testClocks, eq(testClocks.id, tasks.clockId))
    .where(eq(tasks.id, id));
  if (found === undefined || !actor.ability.can('read', subject('Task', guarded(found.task))))
    throw new ProblemError('NOT_FOUND');
  return found;
}

const guarded = ({ assigneeId, customerId }: TaskRow) => ({ assigneeId, customerId, branch: null });

/** What permissions to decide look at in a task: also its amount, in the house's currency by today's rates. */
export async function guardWithAmount(db: Queryable, { task, currency, asOf }: NamedTask) {
  const amount = { amountMinor: task.amountMinor ?? 0n, currency };
  const inHouse = await inHouseCurrency(db, amount, businessDate(asOf.getTime()));
  return subject('Task', { ...guarded(task), amountMinor: comparable(inHouse) });
}

/** One row more than a page of tasks, the most urgent first. */
export async function listTasks(
  db: Queryable,
  actor: Actor,
  query: z.output<typeof ListTasks>,
  after: Place | undefined,
): Promise<NamedTask[]> {
  const [dueAt, id] = after ?? [];
  const conditions: (SQL | undefined)[] = [
    visibleTo(actor, 'Task', tasks),
    eq(tasks.status, query.status),
    viewOf(actor, query.view),
    query.kind === undefined ? undefined : eq(tasks.kind, query.kind),
    query.priority === undefined ? undefined : lte(tasks.priority, query.priority),
    query.applicationId === undefined ? undefined : eq(tasks.applicationId, query.applicationId),
    query.clockId === undefined ? undefined : eq(tasks.clockId, query.clockId),
    after === undefined
      ? undefined
      : sql`(${tasks.dueAt}, ${tasks.id}) > (${String(dueAt)}::timestamptz, ${String(id)})`,
  ];
  return db
    .select(WITH_NAME)
    .from(tasks)
    .innerJoin(customers, eq(customers.id, tasks.customerId))
    .innerJoin(applications, eq(applications.id, tasks.applicationId))
    .leftJoin(staffUsers, eq(staffUsers.id, tasks.assigneeId))
    .leftJoin(testClocks, eq(testClocks.id, tasks.clockId))
    .where(and(...conditions))
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(query.limit + 1);
}

function viewOf(actor: Actor, view: 'mine' | 'team' | 'all'): SQL | undefined {
  if (view === 'all') return undefined;
  if (view === 'mine') return eq(tasks.assigneeId, actor.id);
  const roles: string[] = [...actor.roles];
  return or(inArray(tasks.requiredRole, roles), inArray(tasks.deputyRole, roles));
}

export interface NamedVote {
  vote: typeof taskVotes.$inferSelect;
  actorName: string | null;
}

/** Votes on a task, in order, with the names of those who gave them. */
export async function votesOn(db: Queryable, taskId: string): Promise<NamedVote[]> {
  return db
    .select({ vote: taskVotes, actorName: staffUsers.displayName })
    .from(taskVotes)
    .leftJoin(staffUsers, eq(staffUsers.id, taskVotes.actorId))
    .where(eq(taskVotes.taskId, taskId))
    .orderBy(asc(taskVotes.votedAt));
}

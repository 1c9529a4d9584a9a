import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import { tasks } from '../../db/schema/tasks';
import type { Actor } from '../auth/actor';
import { ProblemError } from '../problem';
import type { TaskRow } from '../reads/tasks';

/** Whether a task is for one of the actor's roles, in its own right or as deputy. */
export function isFor(actor: Actor, task: TaskRow): boolean {
  return actor.roles.some((role) => role === task.requiredRole || role === task.deputyRole);
}

/** Gives a task to an actor, or takes it from its holder when told to; claiming what one holds changes nothing. */
export async function claimTask(
  db: Db,
  actor: Actor,
  taskId: string,
  takeOver: boolean,
  at: Date,
): Promise<void> {
  await withOpenTask(db, taskId, async (tx, task) => {
    if (!isFor(actor, task)) throw new ProblemError('NOT_AUTHORISED');
    if (task.assigneeId === actor.id) return;
    if (task.assigneeId !== null && !takeOver) throw new ProblemError('TASK_CLAIMED');
    await assign(tx, task, actor.id, at);
    const data = { taskId, from: task.assigneeId };
    const action = task.assigneeId === null ? 'task.claimed' : 'task.taken_over';
    await appendAudit(tx, {
      subject: task.applicationId,
      at,
      actorId: actor.id,
      action,
      data,
      clockId: task.clockId,
    });
  });
}

/** Gives a task back to its team. */
export async function releaseTask(db: Db, actor: Actor, taskId: string, at: Date): Promise<void> {
  await withOpenTask(db, taskId, async (tx, task) => {
    if (task.assigneeId === null) return;
    if (task.assigneeId !== actor.id) throw new ProblemError('TASK_CLAIMED');
    await assign(tx, task, null, at);
    const event = {
      subject: task.applicationId,
      at,
      actorId: actor.id,
      data: { taskId },
      clockId: task.clockId,
    };
    await appendAudit(tx, { ...event, action: 'task.released' });
  });
}

type TaskTx = Parameters<Parameters<Db['transaction']>[0]>[0];

async function withOpenTask(
  db: Db,
  id: string,
  work: (tx: TaskTx, task: TaskRow) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, id)).for('update');
    if (task === undefined) throw new ProblemError('NOT_FOUND');
    if (task.status !== 'open') throw new ProblemError('TASK_NOT_OPEN');
    await work(tx, task);
  });
}

async function assign(tx: TaskTx, task: TaskRow, assigneeId: string | null, at: Date): Promise<void> {
  await tx
    .update(tasks)
    .set({ assigneeId, claimedAt: assigneeId === null ? null : at, version: sql`${tasks.version} + 1` })
    .where(and(eq(tasks.id, task.id), eq(tasks.version, task.version)));
}

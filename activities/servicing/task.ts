import { newId } from '../../contracts/ids';
import { tasks } from '../../db/schema/tasks';
import { audit } from '../support/record';
import type { Step } from '../support/step';

/** Work for a person on a loan. */
export interface NewTask {
  /** Business key: the same occasion opens one task. */
  key: string;
  kind: string;
  requiredRole: string;
  amountMinor: bigint | null;
  dueHours: number;
  priority: number;
  details: Record<string, string | number>;
}

/** Opens a task once; returns its id, or null when it was open already. */
export async function openTask(step: Step, task: NewTask): Promise<string | null> {
  const { tx, app, now } = step;
  const { dueHours, ...values } = task;
  const [row] = await tx
    .insert(tasks)
    .values({
      ...values,
      id: newId('task'),
      applicationId: app.id,
      loanId: app.loanId,
      customerId: app.customerId,
      status: 'open',
      openedAt: now,
      dueAt: new Date(now.getTime() + dueHours * 3_600_000),
      clockId: app.clockId,
    })
    .onConflictDoNothing({ target: tasks.key })
    .returning({ id: tasks.id });
  if (!row) return null;
  await audit(step, 'task.opened', 'system', { taskId: row.id, kind: task.kind });
  return row.id;
}

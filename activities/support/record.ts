import type { EventData, EventType } from '../../contracts/http/webhook-events';
import type { Stage, Wait } from '../../contracts/loan/stage';
import { newEvent } from '../../db/repositories/new-event';
import type { AuditValue } from '../../domain/audit/canonical-json';
import { invariant } from '../../domain/invariant';
import { mayMove } from '../../domain/loan/transitions';
import { type ApplicationRow, change, type Step } from './step';

/** Stage and wait of a loan as lists show them; the same step may be entered again. */
export async function moveTo(
  step: Step,
  stage: Stage,
  wait: { on: Wait; until: string | null } | null,
  values: Partial<ApplicationRow> = {},
): Promise<void> {
  const { app, now } = step;
  invariant(mayMove(app.stage as Stage, stage), `no way from ${app.stage} to ${stage}`);
  await change(step, {
    ...values,
    stage,
    stageSince: app.stage === stage ? app.stageSince : now,
    waitingFor: wait?.on ?? null,
    waitUntil: wait?.until ? new Date(wait.until) : null,
  });
}

/** Audit event of a loan: who did what, in this step's transaction and time. */
export async function audit(
  step: Step,
  action: string,
  actorId: string,
  data: Record<string, AuditValue> = {},
): Promise<void> {
  const { records, app, now } = step;
  records.audits.push({ subject: app.id, at: now, actorId, action, data, clockId: app.clockId });
}

/** Tells the outside what happened: an event of `/v1/events`, delivered to webhooks by the relay. */
export async function announce(step: Step, type: EventType, data: EventData = {}): Promise<void> {
  const { records, app, now } = step;
  const happened = newEvent({
    type,
    subjectId: app.loanId ?? app.id,
    applicationId: app.id,
    customerId: app.customerId,
    partnerId: app.partnerId,
    data: { applicationId: app.id, ...data },
    occurredAt: now,
    clockId: app.clockId,
  });
  records.events.push(happened);
}

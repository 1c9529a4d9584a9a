import type { z } from 'zod';
import type { Process } from '../../contracts/http/process';
import type { Queryable } from '../../db/client';
import { failingSteps } from '../../db/schema/failing-steps';
import { loanWorkflowId } from '../../workflows/names';
import type { LoanGateway, PendingStep, RunStanding } from '../gateway/loan-gateway';
import { instantOf } from '../present/application';
import type { ApplicationRow } from './applications';
import { failingWhere } from './failing';

/** The process of an application: asked of Temporal, else what the worker last noted of its failing steps. */
export async function processOf(
  deps: { db: Queryable; loans: Pick<LoanGateway, 'standing'> },
  { id, parkedAt, parkedStep, parkedReason }: ApplicationRow,
): Promise<z.input<typeof Process>> {
  const standing = await deps.loans.standing(id).catch(() => 'silent' as const);
  const answered = standing !== 'silent';
  return {
    applicationId: id,
    workflowId: loanWorkflowId(id),
    run: answered ? presentRun(standing) : null,
    answered,
    steps: (answered ? (standing?.steps ?? []) : await noted(deps.db, id)).map(presentStep),
    parked:
      parkedAt === null ? null : { step: parkedStep ?? '', reason: parkedReason, at: parkedAt.toISOString() },
  };
}

function presentRun(standing: RunStanding | null): z.input<typeof Process>['run'] {
  if (standing === null) return null;
  const { runId, state, startedAt, closedAt, events } = standing;
  return { runId, state, startedAt: startedAt.toISOString(), closedAt: instantOf(closedAt), events };
}

const presentStep = ({ lastFailedAt, nextAttemptAt, ...step }: PendingStep) => ({
  ...step,
  lastFailedAt: instantOf(lastFailedAt),
  nextAttemptAt: instantOf(nextAttemptAt),
});

async function noted(db: Queryable, applicationId: string): Promise<PendingStep[]> {
  const { step, attempts, error, lastFailedAt, nextAttemptAt } = failingSteps;
  const rows = await db
    .select({ step, attempts, error, lastFailedAt, nextAttemptAt })
    .from(failingSteps)
    .where(failingWhere({ applicationId }));
  return rows.map(({ attempts: failed, ...row }) => ({ ...row, state: 'waiting', attempt: failed + 1 }));
}

import { z } from 'zod';
import { AnyId, Instant } from './common';

/** How a run stands in Temporal. */
export const RUN_STATES = [
  'running',
  'paused',
  'completed',
  'failed',
  'cancelled',
  'terminated',
  'continued',
  'timed_out',
  'unknown',
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What a pending step does: waits for its turn or its next attempt, is at work, or was told to pause. */
export const STEP_STATES = ['waiting', 'working', 'paused'] as const;

const ProcessRun = z.object({
  runId: z.string(),
  state: z.enum(RUN_STATES),
  startedAt: Instant,
  closedAt: Instant.nullable(),
  events: z.int().meta({ description: 'Length of the history of this run' }),
});

const PendingStep = z.object({
  step: z.string(),
  state: z.enum(STEP_STATES),
  attempt: z.int().meta({ description: 'The attempt that is at work or comes next, counted from one' }),
  error: z
    .string()
    .nullable()
    .meta({ description: 'Type of the last failure; null where no attempt has failed' }),
  lastFailedAt: Instant.nullable(),
  nextAttemptAt: Instant.nullable().meta({ description: 'When it is tried again by itself' }),
});

/** The process of an application or its loan as Temporal knows it now. Instants are real time, on a test clock too. */
export const Process = z
  .object({
    applicationId: AnyId,
    workflowId: z.string(),
    run: ProcessRun.nullable().meta({
      description: 'The latest run; null where Temporal keeps none any more or did not answer',
    }),
    answered: z.boolean().meta({
      description: 'Whether Temporal answered; if not, `steps` are those last noted as failing',
    }),
    steps: z.array(PendingStep),
    parked: z.object({ step: z.string(), reason: z.string().nullable(), at: Instant }).nullable(),
  })
  .meta({ id: 'Process' });

import { z } from 'zod';
import { AnyId, CivilDate, Currency, Instant, PageQuery } from './common';
import { ClockOrLive } from './dashboard';

/** 日终: the close of one business date. */
export const CloseRun = z
  .object({
    id: AnyId,
    closedOn: CivilDate,
    clockId: z.string().nullable(),
    status: z.enum(['open', 'agrees', 'differs']).meta({ description: 'What the ledger proof said' }),
    openedAt: Instant,
    finishedAt: Instant.nullable(),
    partitions: z.int(),
    loans: z.int().meta({ description: 'Loans of the largest step' }),
    tookMs: z.int().meta({ description: 'Working time of all steps and parts' }),
    findings: z.int(),
  })
  .meta({ id: 'CloseRun' });

/** A run with its steps, each over all parts, and what the proof found to disagree. */
export const CloseRunDetail = CloseRun.extend({
  steps: z.array(
    z.object({
      step: z.string(),
      parts: z.int(),
      loans: z.int(),
      tookMs: z.int(),
      finishedAt: Instant,
    }),
  ),
  differences: z.array(
    z.object({
      check: z.string(),
      subject: z.string(),
      currency: Currency.nullable().meta({ description: 'Of the figures; null where they are no amounts' }),
      figures: z.record(z.string(), z.string()),
    }),
  ),
}).meta({ id: 'CloseRunDetail' });

export const ListCloseRuns = z.strictObject({
  ...PageQuery,
  clockId: ClockOrLive.optional(),
  status: z.enum(['open', 'agrees', 'differs']).optional(),
});

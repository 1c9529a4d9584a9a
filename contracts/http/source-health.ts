import { z } from 'zod';
import { Instant } from './common';

export const SourceHealthQuery = z.strictObject({
  minutes: z.coerce.number().int().min(5).max(1_440).default(60).meta({ description: 'How far back' }),
});

/** How an outside party fared of late, over all workers. Real time, also for loans on test clocks. */
export const SourceHealth = z
  .object({
    party: z.string().meta({ description: 'Code of the source, `bank` or `messages`' }),
    calls: z.int(),
    failures: z.int(),
    timeouts: z.int(),
    withheld: z.int().meta({ description: 'Kept back by an open breaker' }),
    errorRateBps: z.int().nullable(),
    meanLatencyMs: z.int().nullable(),
    maxLatencyMs: z.int(),
    p95WithinMs: z.int().nullable().meta({
      description:
        'Upper bound of the class (100, 300, 1000, 3000 ms) that holds the 95th percentile; the longest call beyond it',
    }),
    breaker: z
      .enum(['closed', 'half_open', 'open', 'unknown'])
      .meta({ description: 'The worst of all workers' }),
    openWorkers: z.int(),
    workers: z.int(),
    openedAt: Instant.nullable(),
    lastFailure: z.string().nullable(),
    lastCallAt: Instant.nullable().meta({ description: 'To the minute' }),
    series: z.array(
      z.object({ at: Instant, calls: z.int(), failures: z.int(), meanLatencyMs: z.int().nullable() }),
    ),
  })
  .meta({ id: 'SourceHealth' });
export type SourceHealth = z.infer<typeof SourceHealth>;

import { z } from 'zod';
import { AnyId, Instant } from './common';

/** Virtual time for the loans attached to it. */
export const TestClock = z
  .object({
    id: AnyId,
    name: z.string(),
    now: Instant,
    target: Instant.nullable(),
    until: z.enum(['target', 'next_event']),
    nextWaitAt: Instant.nullable().meta({ description: 'When the first of its loans wants to wake' }),
    status: z.enum(['ready', 'advancing']),
    createdAt: Instant,
  })
  .meta({ id: 'TestClock' });

export const CreateTestClock = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    now: Instant.optional().meta({ description: 'First moment; the present if left out' }),
  })
  .meta({ id: 'CreateTestClock' });

export const AdvanceTestClock = z
  .union([
    z.strictObject({ to: Instant.meta({ description: 'At most two years ahead' }) }),
    z.strictObject({
      until: z.literal('next_event').meta({
        description:
          'To the next thing that any loan of the clock or an outside party waits for, and no further',
      }),
    }),
  ])
  .meta({ id: 'AdvanceTestClock' });

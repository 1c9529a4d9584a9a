import { z } from 'zod';
import { AnyId, Instant } from './common';

/** Virtual time for the loans attached to it. */
export const TestClock = z
  .object({
    id: AnyId,
    name: z.string(),
    now: Instant,
    target: Instant.nullable(),
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
  .strictObject({ to: Instant.meta({ description: 'At most two years ahead' }) })
  .meta({ id: 'AdvanceTestClock' });

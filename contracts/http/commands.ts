import { z } from 'zod';
import { AnyId, Instant } from './common';

/** A person's command on a loan and what became of it. */
export const Command = z
  .object({
    id: AnyId,
    kind: z.string(),
    applicationId: AnyId,
    status: z.enum(['pending', 'proposed', 'applied', 'refused']).meta({
      description: '`proposed`: kept, and done when another person gives the same command',
    }),
    effect: z
      .string()
      .nullable()
      .meta({ description: 'What an applied command did', example: 'VOTE_RECORDED' }),
    refusal: z.string().nullable().meta({ description: 'Why it was refused; a problem code' }),
    createdAt: Instant,
    appliedAt: Instant.nullable(),
  })
  .meta({ id: 'Command' });

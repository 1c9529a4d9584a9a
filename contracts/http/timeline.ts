import { z } from 'zod';
import { AnyId, Instant } from './common';

/** One thing that happened to a loan: people and machine (`audit`), `message` to the customer, `money` on the account. */
export const TimelineEntry = z
  .object({
    id: AnyId,
    at: Instant,
    kind: z.enum(['audit', 'message', 'money']),
    what: z.string().meta({ example: 'application.created' }),
    actorId: z
      .string()
      .nullable()
      .meta({ description: 'Who did it; `lender` where the reader may not know whom' }),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });

/** A message to the customer of an application, as it was written. */
export const CaseMessage = z
  .object({
    id: AnyId,
    at: Instant,
    template: z.string(),
    channel: z.enum(['sms', 'mail', 'inapp']),
    status: z.enum(['queued', 'sent', 'failed']),
    subject: z.string(),
    body: z.string().nullable().meta({ description: 'null for one-time codes, which nobody else may see' }),
  })
  .meta({ id: 'CaseMessage' });

import { z } from 'zod';
import { AnyId, Instant, Named, PageQuery } from './common';
import { MailAddress } from './customers';
import { EventTypeSchema } from './webhook-events';

/** Something that happened, thin: ids and codes; read the object for more. */
export const Event = z
  .object({
    id: AnyId,
    type: z.string(),
    subjectId: z.string(),
    applicationId: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    occurredAt: Instant,
    clockId: z.string().nullable(),
  })
  .meta({ id: 'Event' });

export const ListEvents = z.strictObject({
  ...PageQuery,
  type: EventTypeSchema.optional(),
  applicationId: z
    .string()
    .regex(/^app_[0-9a-z]{26}$/)
    .optional(),
});

/** A kind of event, what it means and what its data look like. */
export const EventKind = z
  .object({ type: z.string(), meaning: Named, sample: z.record(z.string(), z.unknown()) })
  .meta({ id: 'EventKind' });

const Types = z
  .array(z.union([EventTypeSchema, z.literal('*')]))
  .min(1)
  .max(30);

/** Whom to tell when the endpoint is switched off by itself. */
export const WebhookContact = z
  .strictObject({ mail: MailAddress, language: z.enum(['zh-CN', 'en']).default('zh-CN') })
  .meta({ id: 'WebhookContact' });

export const CreateWebhook = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).max(500),
    eventTypes: Types,
    description: z.string().trim().max(200).default(''),
    contact: WebhookContact.optional().meta({
      description: 'Who gets a mail when the endpoint is switched off after failures',
    }),
  })
  .meta({ id: 'CreateWebhook' });

export const ChangeWebhook = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    eventTypes: Types.optional(),
    description: z.string().trim().max(200).optional(),
    enabled: z.boolean().optional(),
    contact: WebhookContact.nullable().optional().meta({ description: 'Null: nobody gets a mail' }),
  })
  .meta({ id: 'ChangeWebhook' });

/** An address that is told of events. */
export const Webhook = z
  .object({
    id: AnyId,
    ownerId: z.string(),
    url: z.string(),
    description: z.string(),
    eventTypes: z.array(z.string()),
    enabled: z.boolean(),
    disabledReason: z.string().nullable().meta({
      description:
        '`GONE`: the receiver answered 410; `FAILING`: no success for days; null if a person switched it off',
    }),
    disabledAt: Instant.nullable(),
    contact: WebhookContact.nullable(),
    failingSince: Instant.nullable(),
    formerSecretExpiresAt: Instant.nullable(),
    version: z.int(),
    createdAt: Instant,
  })
  .meta({ id: 'Webhook' });

/** An endpoint with its secret, which is shown this once. */
export const WebhookWithSecret = Webhook.extend({ secret: z.string() }).meta({ id: 'WebhookWithSecret' });

export const RotateSecret = z
  .strictObject({
    graceHours: z
      .int()
      .min(0)
      .max(168)
      .default(24)
      .meta({ description: 'How long the former secret signs too' }),
  })
  .meta({ id: 'RotateSecret' });

export const Delivery = z
  .object({
    id: AnyId,
    endpointId: AnyId,
    eventId: AnyId,
    eventType: z.string(),
    status: z.enum(['pending', 'delivered', 'failed', 'dropped']),
    attempts: z.int(),
    createdAt: Instant,
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'Delivery' });

export const DeliveryDetail = Delivery.extend({
  tries: z.array(
    z.object({
      attempt: z.int(),
      at: Instant,
      status: z.int().nullable(),
      failure: z.string().nullable(),
      body: z.string(),
      latencyMs: z.int(),
    }),
  ),
}).meta({ id: 'DeliveryDetail' });

export const ListDeliveries = z.strictObject({
  ...PageQuery,
  status: z.enum(['pending', 'delivered', 'failed', 'dropped']).optional(),
});

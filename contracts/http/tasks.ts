import { z } from 'zod';
import { AnyId, Code, Codes, Comment, Id, Instant, Minor, PageQuery, PositiveMinor } from './common';

/** One vote on a task. */
export const Vote = z
  .object({
    actorId: AnyId,
    actorName: z.string().nullable().meta({ description: 'Name of the member of staff' }),
    decision: z.string(),
    reasonCodes: z.array(z.string()),
    conditions: z.record(z.string(), z.unknown()).nullable(),
    channel: z.string(),
    votedAt: Instant,
    comment: z.string().nullable(),
  })
  .meta({ id: 'Vote' });

/** Work for a person. */
export const Task = z
  .object({
    id: AnyId,
    kind: z.string(),
    applicationId: AnyId,
    loanId: z.string().nullable(),
    customerId: AnyId,
    customerName: z.string().meta({ description: 'Masked' }),
    level: z.string().nullable(),
    requiredRole: z.string(),
    deputyRole: z.string().nullable(),
    assigneeId: z.string().nullable(),
    assigneeName: z.string().nullable(),
    claimedAt: Instant.nullable(),
    priority: z.int().meta({ description: '1 is the most urgent, 5 the least' }),
    amountMinor: Minor.nullable(),
    currency: z.string(),
    details: z.record(z.string(), z.unknown()),
    status: z.enum(['open', 'paused', 'done', 'cancelled']).meta({
      description: '`paused`: returned for documents; its time stands still until the applicant brought them',
    }),
    outcome: z.string().nullable(),
    openedAt: Instant,
    dueAt: Instant,
    escalatedAt: Instant.nullable(),
    pausedAt: Instant.nullable().meta({
      description: 'Since when the applicant is, or was, waited for; `dueAt` less this is what was left',
    }),
    closedAt: Instant.nullable(),
    closedBy: z.string().nullable(),
    clockId: z.string().nullable(),
    asOf: Instant.meta({ description: 'What time it is for this task, to tell what is left until `dueAt`' }),
    version: z.int(),
  })
  .meta({ id: 'Task' });

/** A task with its votes and comments. */
export const TaskDetail = Task.extend({ votes: z.array(Vote) }).meta({ id: 'TaskDetail' });

export const ListTasks = z.strictObject({
  ...PageQuery,
  view: z
    .enum(['mine', 'team', 'all'])
    .default('team')
    .meta({ description: '`mine`: claimed by me; `team`: for my roles; `all`: everything I may see' }),
  status: z.enum(['open', 'paused', 'done', 'cancelled']).default('open'),
  kind: Code.optional(),
  priority: z.coerce.number().int().min(1).max(5).optional().meta({ description: 'This urgent or more' }),
  applicationId: Id('app').optional(),
  clockId: Id('clk').optional(),
});

export const ClaimTask = z
  .strictObject({
    takeOver: z.boolean().default(false).meta({ description: 'Take it although another person holds it' }),
  })
  .meta({ id: 'ClaimTask' });

/** Terms that an approver attaches; only to the lender's safe side. */
export const ConditionsInput = z
  .strictObject({
    amountMinor: PositiveMinor.optional(),
    termMonths: z.int().min(1).max(360).optional(),
    rateBps: z.int().min(1).max(100_000).optional(),
  })
  .refine((conditions) => Object.keys(conditions).length > 0, 'conditions_empty')
  .meta({ id: 'Conditions' });

/** A person's decision on a task. Comments are sealed; the loan sees only their id. */
export const DecideTask = z
  .discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('approve'),
      conditions: ConditionsInput.optional(),
      reasonCodes: Codes.default([]),
      comment: Comment,
    }),
    z.strictObject({ decision: z.literal('reject'), reasonCodes: Codes.min(1), comment: Comment }),
    z.strictObject({
      decision: z.literal('return'),
      documents: Codes.min(1).meta({ description: 'Kinds of documents to bring' }),
      comment: Comment,
    }),
    z.strictObject({
      decision: z.literal('complete'),
      outcome: Code,
      terms: z
        .record(Code, z.string().min(1).max(200))
        .refine((terms) => Object.keys(terms).length <= 20, 'invalid')
        .optional(),
      reasonCodes: Codes.default([]),
      comment: Comment.optional(),
    }),
  ])
  .meta({ id: 'DecideTask' });
export type DecideTask = z.infer<typeof DecideTask>;

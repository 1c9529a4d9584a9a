import { z } from 'zod';
import { AnyId, CivilDate, Code, Comment, Id, Instant, Minor, PageQuery } from './common';

const ClockId = Id('clk')
  .optional()
  .meta({ description: 'Books of a test clock; the live ones if left out' });

/** One day's bank statement set against our moves. */
export const ReconciliationRun = z
  .object({
    id: AnyId,
    statementOn: CivilDate,
    currency: z.string(),
    openingMinor: Minor,
    closingMinor: Minor,
    lineCount: z.int(),
    matchedCount: z.int(),
    differenceCount: z.int(),
    clockId: z.string().nullable(),
    runAt: Instant,
  })
  .meta({ id: 'ReconciliationRun' });

export const ListReconciliations = z.strictObject({ ...PageQuery, clockId: ClockId });

/** A line of a statement, with our move that it confirmed. */
export const StatementLine = z
  .object({
    lineNo: z.int(),
    side: z.enum(['credit', 'debit']),
    kind: z.string(),
    bankRef: z.string(),
    orderNo: z.string().nullable(),
    amountMinor: Minor,
    matchedRef: z.string().nullable(),
    rule: z.enum(['order-number', 'bank-reference']).nullable(),
  })
  .meta({ id: 'StatementLine' });

export const ListStatementLines = z.strictObject({
  ...PageQuery,
  unmatched: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Only lines that matched nothing' }),
});

/** Kinds of differences, as domain/ledger/reconcile.ts finds them. */
const DIFFERENCES = [
  'unknown-to-us',
  'missing-at-bank',
  'amount-differs',
  'shown-twice',
  'statement-unsound',
  'opening-differs',
] as const;

/** A difference: settled by one person with a reason, then read by another. */
export const ReconciliationTask = z
  .object({
    id: AnyId,
    reconciliationId: AnyId,
    kind: z.enum(DIFFERENCES),
    moveRef: z.string().nullable(),
    bankRef: z.string().nullable(),
    lineNo: z.int().nullable(),
    bankMinor: Minor.nullable(),
    ownMinor: Minor.nullable(),
    proposal: z
      .string()
      .nullable()
      .meta({ description: 'The one unmatched move of the same amount, if any' }),
    status: z.enum(['open', 'resolved', 'confirmed']),
    resolution: z.string().nullable(),
    resolvedBy: z.string().nullable(),
    resolvedAt: Instant.nullable(),
    confirmedBy: z.string().nullable(),
    confirmedAt: Instant.nullable(),
    createdAt: Instant,
    clockId: z.string().nullable(),
  })
  .meta({ id: 'ReconciliationTask' });

export const ListReconciliationTasks = z.strictObject({
  ...PageQuery,
  clockId: ClockId,
  status: z.enum(['open', 'resolved', 'confirmed']).optional(),
  reconciliationId: Id('rec').optional(),
});

/** Why a difference is settled. */
export const ResolveDifference = z
  .strictObject({
    resolution: Code.meta({ description: 'Such as BOOKED_LATER, BANK_ERROR, OWN_ERROR, RETURNED' }),
    comment: Comment,
  })
  .meta({ id: 'ResolveDifference' });

/** The second person's reading of it. */
export const ReadResolution = z
  .strictObject({ decision: z.enum(['confirm', 'reopen']), comment: Comment })
  .meta({ id: 'ReadResolution' });

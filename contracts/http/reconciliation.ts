import { z } from 'zod';
import { AnyId, CivilDate, Comment, Id, Instant, Minor, PageQuery } from './common';

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
    unsettledCount: z.int().meta({ description: 'Differences that nobody has settled and another read' }),
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
    currency: z.string(),
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

const Which = {
  clockId: ClockId,
  status: z.enum(['open', 'resolved', 'confirmed']).optional(),
  reconciliationId: Id('rec').optional(),
};

export const ListReconciliationTasks = z.strictObject({
  ...PageQuery,
  ...Which,
  kind: z.enum(DIFFERENCES).optional(),
});

export const ListDifferenceKinds = z.strictObject(Which);

/** All differences of one kind in one currency, of one day or of all days: how many, and how much each side says in sum. */
export const DifferenceKind = z
  .object({
    kind: z.enum(DIFFERENCES),
    count: z.int(),
    open: z.int(),
    resolved: z.int(),
    confirmed: z.int(),
    bankMinor: Minor,
    ownMinor: Minor,
    currency: z.string(),
  })
  .meta({ id: 'DifferenceKind' });

/** A move of ours that a difference speaks of, with the loan it belongs to. */
const OwnMove = z
  .object({
    ref: AnyId,
    loanId: z.string(),
    kind: z.string(),
    side: z.enum(['credit', 'debit']),
    bankRef: z.string().nullable(),
    orderNo: z.string().nullable(),
    amountMinor: Minor,
    valueOn: CivilDate.nullable(),
  })
  .meta({ id: 'OwnMove' });

/** One difference with the bank's line and our entry beside each other, and what people said about it. */
export const ReconciliationDifference = ReconciliationTask.extend({
  statementOn: CivilDate,
  line: StatementLine.nullable(),
  move: OwnMove.nullable(),
  proposed: OwnMove.nullable().meta({ description: 'The move that `proposal` names' }),
  resolvedByName: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  comments: z.array(z.object({ byName: z.string().nullable(), text: z.string(), at: Instant })),
}).meta({ id: 'ReconciliationDifference' });

/** What a difference turned out to be. */
const RESOLUTIONS = ['BOOKED_LATER', 'BANK_ERROR', 'OWN_ERROR', 'RETURNED', 'OTHER'] as const;

/** Why a difference is settled. Settling books nothing: money is moved by operations on the loan. */
export const ResolveDifference = z
  .strictObject({ resolution: z.enum(RESOLUTIONS), comment: Comment })
  .meta({ id: 'ResolveDifference' });

/** The second person's reading of it. */
export const ReadResolution = z
  .strictObject({ decision: z.enum(['confirm', 'reopen']), comment: Comment })
  .meta({ id: 'ReadResolution' });

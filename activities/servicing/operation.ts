import { and, eq } from 'drizzle-orm';
import { BookableOperation } from '../../contracts/http/money-operations';
import { decodeLoanEvent, encodeLoanEvent } from '../../contracts/loan-events';
import { inHouseCurrency } from '../../db/repositories/exchange-rates';
import { closeOperation, lockOperation, type OperationRow } from '../../db/repositories/money-operations';
import { payments, refunds } from '../../db/schema/money-moves';
import { tasks } from '../../db/schema/tasks';
import { againstEnding } from '../../domain/servicing/drawing';
import type { ActivityDeps } from '../support/deps';
import { announce, audit } from '../support/record';
import { staffMay } from '../support/staff-limits';
import type { Step } from '../support/step';
import { orderDraw } from './draw-order';
import { drawsOf } from './draw-standing';
import { asLoanStep, book, type LoanStep } from './loan-step';
import { askForRefund, paymentEventKey } from './payment';
import { refundEventKey } from './refund-news';

/**
 * Carries out an operation that its people have agreed on. Roles and limits are looked up again, and the account says
 * once more whether it takes it: both may have changed since it was ordered. A refusal is kept on the operation.
 */
export async function carryOut(deps: ActivityDeps, step: Step, operationId: string): Promise<void> {
  const ordered = await lockOperation(step.tx, operationId);
  if (ordered === null || ordered.status !== 'confirmed') return;
  const loanStep = await asLoanStep(deps, step);
  const refusal = (await objection(loanStep, ordered)) ?? (await perform(loanStep, ordered));
  const status = refusal === null ? 'applied' : 'refused';
  await closeOperation(step.tx, ordered.id, { status, refusal, at: step.now });
  const { kind, proposedBy } = ordered;
  await audit(step, `operation.${status}`, proposedBy, { operationId, kind, refusal });
}

/** Why people's word does not carry the operation, or money of the same reference was booked before. */
async function objection(step: LoanStep, ordered: OperationRow): Promise<string | null> {
  const { tx, loan, today } = step;
  const { proposedBy, decidedBy, needsSecond, stakeMinor } = ordered;
  if (isOwnWord(step, ordered)) return null;
  const change = { action: 'change', subject: 'Loan', inHouseMinor: 0n } as const;
  if (!(await staffMay(tx, proposedBy, change))) return 'NOT_AUTHORISED';
  if (needsSecond) {
    if (decidedBy === null || decidedBy === proposedBy) return 'MAKER_IS_CHECKER';
    const inHouseMinor = await inHouseCurrency(
      tx,
      { amountMinor: stakeMinor, currency: loan.currency },
      today,
    );
    const decide = { action: 'decide', subject: 'Loan', inHouseMinor } as const;
    if (!(await staffMay(tx, decidedBy, decide))) return 'AMOUNT_ABOVE_AUTHORITY';
  }
  const payerRef = payerRefOf(ordered);
  if (payerRef === null) return null;
  const [known] = await tx.select({ id: payments.id }).from(payments).where(eq(payments.payerRef, payerRef));
  return known === undefined ? null : 'PAYMENT_REF_REUSED';
}

const BORROWERS_OWN: ReadonlySet<string> = new Set(['draw', 'limit_end']);

/** The borrower draws on the own loan, or gives up its limit: what was agreed with signature needs nobody's approval. */
const isOwnWord = ({ app }: LoanStep, { kind, proposedBy }: OperationRow): boolean =>
  BORROWERS_OWN.has(kind) && proposedBy === app.customerId;

/** Money out is booked when the bank confirms; everything else at once. */
async function perform(step: LoanStep, ordered: OperationRow): Promise<string | null> {
  if (ordered.kind === 'draw') return orderDraw(step, ordered);
  const refusal = ordered.kind === 'limit_end' ? await againstLimitEnd(step) : null;
  return refusal ?? bookIt(step, ordered);
}

/** A draw may have been ordered, or something charged, since the limit was to be given up. */
async function againstLimitEnd(step: LoanStep): Promise<string | null> {
  const draws = await drawsOf(step);
  return againstEnding(step.terms, step.account, draws?.standing ?? null);
}

function payerRefOf(ordered: OperationRow): string | null {
  const operation = BookableOperation.parse(ordered.operation);
  return 'payerRef' in operation ? operation.payerRef : null;
}

async function bookIt(step: LoanStep, ordered: OperationRow): Promise<string | null> {
  const body = encodeLoanEvent(decodeLoanEvent(ordered.body));
  const idempotencyKey =
    body.type === 'refunded'
      ? refundEventKey(body.payoutId)
      : body.type === 'collateral_realised'
        ? paymentEventKey(body.paymentId)
        : `operation/${ordered.id}`;
  const effectiveOn = ordered.effectiveOn > step.today ? step.today : ordered.effectiveOn;
  const outcome = await book(step, { body, effectiveOn, idempotencyKey, actor: ordered.proposedBy });
  if (!outcome.ok) return outcome.code;
  await followUp(step, ordered, body);
  return null;
}

/** What else is written when an operation was booked: money that moved at the bank, papers of the past, news. */
async function followUp(
  step: LoanStep,
  ordered: OperationRow,
  body: ReturnType<typeof encodeLoanEvent>,
): Promise<void> {
  const { loan } = step;
  switch (body.type) {
    case 'refunded':
      return orderRefund(step, body.payoutId, BigInt(body.amountMinor));
    case 'collateral_realised':
      return noteMoney(step, ordered, body.paymentId, 'collateral', BigInt(body.amountMinor));
    case 'transferred':
      if (body.priceMinor === '0') return;
      return noteMoney(step, ordered, `pay${ordered.id.slice(3)}`, 'debt_sale', BigInt(body.priceMinor));
    case 'limit_ended':
      return askForRefund(step, ordered.id, { operationId: ordered.id });
    case 'written_off':
      return announce(step, 'loan.written_off', { loanId: loan.id });
    case 'reversed':
      return noteReversal(step, body.eventKey);
    default:
      return undefined;
  }
}

async function orderRefund({ tx, app, loan, now }: LoanStep, id: string, amountMinor: bigint): Promise<void> {
  await tx.insert(refunds).values({
    ...{ id, key: `refund/${id}`, loanId: loan.id, applicationId: app.id, amountMinor },
    ...{ currency: loan.currency, status: 'intent', askedAt: now, clockId: app.clockId },
  });
  await tx
    .update(tasks)
    .set({ status: 'done', outcome: 'refunded', closedAt: now })
    .where(and(eq(tasks.loanId, loan.id), eq(tasks.kind, 'refund'), eq(tasks.status, 'open')));
}

/** Money that came with the operation; the bank's statement is matched by its reference. */
async function noteMoney(
  { tx, loan, now }: LoanStep,
  ordered: OperationRow,
  id: string,
  source: 'collateral' | 'debt_sale',
  amountMinor: bigint,
): Promise<void> {
  const payerRef = payerRefOf(ordered);
  if (payerRef === null) return;
  await tx.insert(payments).values({
    ...{ id, loanId: loan.id, payerRef, source, amountMinor, currency: loan.currency },
    ...{ valueOn: ordered.effectiveOn, status: 'booked', receivedAt: now, bookedAt: now },
    clockId: loan.clockId,
  });
}

/** A payment whose booking was undone by a person stays as a row, marked so. */
async function noteReversal({ tx }: LoanStep, eventKey: string): Promise<void> {
  const paymentId = /^payment\/(.+)$/.exec(eventKey)?.[1];
  if (paymentId !== undefined)
    await tx.update(payments).set({ status: 'reversed' }).where(eq(payments.id, paymentId));
}

import { eq, max } from 'drizzle-orm';
import { BookableOperation } from '../../contracts/http/money-operations';
import { decodeLoanEvent } from '../../contracts/loan-events';
import type { OperationRow } from '../../db/repositories/money-operations';
import { payouts } from '../../db/schema/money-moves';
import { againstAmount } from '../../domain/servicing/drawing';
import { failure } from '../support/failures';
import { audit } from '../support/record';
import { drawsOf } from './draw-standing';
import type { LoanStep } from './loan-step';

/** Stores the intent of a draw and its key, judged once more; the bank hears of it at the loan's next step. Null, or why not. */
export async function orderDraw(step: LoanStep, ordered: OperationRow): Promise<string | null> {
  const { tx, app, loan, now } = step;
  const body = decodeLoanEvent(ordered.body);
  const operation = BookableOperation.parse(ordered.operation);
  if (body.type !== 'disbursed' || operation.kind !== 'draw') throw failure('BAD_DATA', `draw ${ordered.id}`);
  const draws = await drawsOf(step);
  if (draws === null) return 'DRAWING_NOT_AGREED';
  const refusal = againstAmount(step.account, draws.standing, body.amountMinor);
  if (refusal !== null) return refusal;
  const [last] = await tx
    .select({ attempt: max(payouts.attempt) })
    .from(payouts)
    .where(eq(payouts.applicationId, app.id));
  await tx.insert(payouts).values({
    ...{ id: body.payoutId, key: `draw/${body.payoutId}`, drawOf: ordered.id, applicationId: app.id },
    ...{ loanId: loan.id, attempt: (last?.attempt ?? 0) + 1, amountMinor: body.amountMinor },
    ...{ currency: loan.currency, maskedAccount: app.maskedAccount ?? '—', status: 'intent' },
    ...{ intendedAt: now, askAt: now, clockId: app.clockId },
  });
  await audit(step, 'draw.intended', ordered.proposedBy, {
    payoutId: body.payoutId,
    amountMinor: body.amountMinor.toString(),
  });
  return null;
}

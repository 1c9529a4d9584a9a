import type { FastifyRequest } from 'fastify';
import type { BookableOperation } from '../../contracts/http/money-operations';
import { businessDate } from '../../domain/calendar/business-date';
import { actorOf } from '../plugins/authentication';
import { loanFor } from '../reads/loans';
import { draftOperation } from '../reads/operation-draft';
import type { RouteDeps } from '../routes/v1/deps';
import { preferredWaitMs, requireSeen } from '../versions';
import { storeComment } from './comment';
import { awaitOperation, orderOnce, proposeOperation } from './operation';

interface LimitOrder {
  readonly loanId: string;
  readonly operation: Extract<BookableOperation, { kind: 'draw' | 'limit_end' }>;
  /** Reason where nobody gave another. */
  readonly reason: string;
  readonly stakeMinor: bigint;
  readonly reasonCodes: readonly string[];
  readonly comment: string | undefined;
}

/** What the borrower orders alone and staff with a second person: a draw on what was agreed, or giving up the limit. */
export async function orderOnLimit(
  { db, vault, clock, settings }: RouteDeps,
  request: FastifyRequest,
  wanted: LimitOrder,
) {
  const { operation, reason, stakeMinor, comment } = wanted;
  const actor = actorOf(request);
  const own = actor.kind === 'applicant';
  const { loan } = await loanFor(db, actor, own ? 'draw' : 'change', wanted.loanId);
  const id = request.makeId('opn');
  await orderOnce(db, id, async () => {
    requireSeen(request, loan.version);
    const reasonCodes = wanted.reasonCodes.length > 0 ? [...wanted.reasonCodes] : [reason];
    const proposedAt = await clock.now(loan.clockId);
    const on = businessDate(proposedAt.getTime());
    const asked = { on, effectiveOn: on, moneyId: request.makeId('out'), reason };
    const { body } = await draftOperation(db, loan, operation, asked);
    const said = { subjectId: loan.id, authorId: actor.id, text: comment, at: proposedAt };
    const commentId = await storeComment(db, vault, request.makeId('cmt'), said);
    await proposeOperation(db, loan.applicationId, {
      ...{ id, loanId: loan.id, kind: operation.kind, operation, body, reasonCodes, effectiveOn: on },
      ...{ commentId, proposedAt, clockId: loan.clockId, stakeMinor },
      needsSecond: !own,
      status: own ? 'confirmed' : 'proposed',
      proposedBy: own ? loan.customerId : actor.id,
    });
  });
  const row = await awaitOperation(db, id, own ? preferredWaitMs(request, settings.commandWaitMs) : 0);
  return { ...row, currency: loan.currency };
}

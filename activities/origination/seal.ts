import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PayoutResult, SealedContract } from '../../contracts/loan/steps';
import { compiledRead, updateWhere } from '../../db/compiled';
import { contracts } from '../../db/schema/contracts';
import { commands } from '../../db/schema/messaging';
import { confirmationBlanks } from '../../documents/confirmation';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { notify } from '../support/notify';
import { policiesOf } from '../support/policies';
import { announce, audit, moveTo } from '../support/record';
import { inStep, type Step } from '../support/step';
import { carryOutPayout, type IntendedPayout, intendPayout, payoutBegun } from './payout';

const HOUR_MS = 3_600_000;

/** Evidence of the borrower's confirmation, as the API stored it when the one-time code was right. */
export const SigningEvidence = z.object({
  evidenceId: z.string(),
  maskedPhone: z.string(),
  confirmedAt: z.string(),
  offerSha256: z.string(),
});

const signedContract = compiledRead((from) =>
  from
    .select({
      status: contracts.status,
      number: contracts.number,
      evidence: contracts.evidence,
      offerSha256: contracts.offerSha256,
      sealedOfferPdf: contracts.sealedOfferPdf,
    })
    .from(contracts)
    .where(eq(contracts.id, sql.placeholder('id'))),
);
const changeContract = updateWhere(contracts, 'id');

/**
 * Puts the lender's seal on the signed contract; both hashes and the evidence stay with it (电子签名法 13, 14). The payout's
 * intent is stored in the same transaction when it is to follow at once.
 */
export async function sealContract(
  deps: ActivityDeps,
  { applicationId, contractId, thenPay }: { applicationId: string; contractId: string; thenPay?: boolean },
): Promise<SealedContract> {
  const { db, vault } = deps;
  const [contract] = await signedContract(db, { id: contractId });
  if (!contract) throw missingRow('contract', contractId);
  if (contract.status !== 'signed' && contract.status !== 'sealed')
    throw failure('BAD_DATA', `contract ${contractId} is ${contract.status}`);
  const evidence = SigningEvidence.parse(contract.evidence);
  if (contract.status === 'sealed')
    return inStep(deps, applicationId, async (step) => ({
      coolingOffUntil: await coolingOff(deps, step, evidence.confirmedAt),
      // What an attempt before this one began is not sent from here: its own step asks the bank about it first.
      payout: (await payoutBegun(step)) ? 'begun' : null,
    }));
  const offer = vault.open(
    { table: 'contracts', column: 'sealed_offer_pdf', rowId: contractId },
    contract.sealedOfferPdf,
  );
  const sealedAt = evidence.confirmedAt;
  const sealed = await deps.sealer.seal(offer, { sealedAt, blanks: confirmationBlanks(evidence) });

  const { coolingOffUntil, intended } = await inStep(deps, applicationId, async (step) => {
    const finalSha256 = createHash('sha256').update(sealed).digest('hex');
    const place = { table: 'contracts', column: 'sealed_final_pdf', rowId: contractId };
    await changeContract(step.tx, contractId, {
      status: 'sealed',
      sealedFinalPdf: vault.seal(place, sealed),
      finalSha256,
    });
    await notify(vault, step, {
      key: `signed/${contractId}`,
      template: 'contract-signed',
      channel: 'inapp',
      params: { contractNumber: contract.number },
    });
    await audit(step, 'contract.sealed', 'system', {
      contractId,
      offerSha256: contract.offerSha256,
      finalSha256,
    });
    await announce(step, 'loan.signed', { contractId });
    const cooling = await coolingOff(deps, step, evidence.confirmedAt);
    const pays = thenPay && cooling === null && !(await withdrawing(step));
    return { coolingOffUntil: cooling, intended: pays ? await intendPayout(deps, step) : null };
  });
  return { coolingOffUntil, payout: intended && (await paidOut(deps, applicationId, intended)) };
}

const pendingWithdrawal = compiledRead((from) =>
  from
    .select({ id: commands.id })
    .from(commands)
    .where(
      and(
        eq(commands.workflowId, sql.placeholder('workflowId')),
        eq(commands.kind, 'withdraw'),
        eq(commands.status, 'pending'),
      ),
    )
    .limit(1),
);

/** Whether the applicant has ordered a withdrawal that the loan has not looked at yet. */
async function withdrawing({ tx, app }: Step): Promise<boolean> {
  const [order] = await pendingWithdrawal(tx, { workflowId: `loan/${app.id}` });
  return order !== undefined;
}

/** What the bank says. A failure is no failure of the seal: the payout's own step asks, tries again, and parks if it must. */
async function paidOut(
  deps: ActivityDeps,
  applicationId: string,
  intended: IntendedPayout,
): Promise<PayoutResult | 'begun'> {
  try {
    return await carryOutPayout(deps, applicationId, intended);
  } catch (error) {
    const type = error instanceof ApplicationFailure ? error.type : undefined;
    deps.log.warn({ applicationId, type: type ?? 'UNEXPECTED' }, 'payout after the seal was not completed');
    return 'begun';
  }
}

/** What the product grants a borrower who has signed to think better of it; the loan waits until it is over. */
async function coolingOff(deps: ActivityDeps, step: Step, confirmedAt: string): Promise<string | null> {
  const { coolingOffHours } = (await policiesOf(deps, step)).product.body.waits;
  if (coolingOffHours === 0) return null;
  const until = new Date(Date.parse(confirmedAt) + coolingOffHours * HOUR_MS).toISOString();
  await moveTo(step, 'OFFER', { on: 'COOLING_OFF', until });
  return until;
}

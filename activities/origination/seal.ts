import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SealedContract } from '../../contracts/loan/steps';
import { compiledRead, updateWhere } from '../../db/compiled';
import { contracts } from '../../db/schema/contracts';
import { confirmationBlanks } from '../../documents/confirmation';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { notify } from '../support/notify';
import { policiesOf } from '../support/policies';
import { announce, audit, moveTo } from '../support/record';
import { inStep, type Step } from '../support/step';

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

/** Puts the lender's seal on the signed contract; both hashes and the evidence stay with it (电子签名法 13, 14). */
export async function sealContract(
  deps: ActivityDeps,
  { applicationId, contractId }: { applicationId: string; contractId: string },
): Promise<SealedContract> {
  const { db, vault } = deps;
  const [contract] = await signedContract(db, { id: contractId });
  if (!contract) throw missingRow('contract', contractId);
  if (contract.status !== 'signed' && contract.status !== 'sealed')
    throw failure('BAD_DATA', `contract ${contractId} is ${contract.status}`);
  const evidence = SigningEvidence.parse(contract.evidence);
  if (contract.status === 'sealed')
    return inStep(deps, applicationId, (step) => coolingOff(deps, step, evidence.confirmedAt));
  const offer = vault.open(
    { table: 'contracts', column: 'sealed_offer_pdf', rowId: contractId },
    contract.sealedOfferPdf,
  );
  const sealedAt = evidence.confirmedAt;
  const sealed = await deps.sealer.seal(offer, { sealedAt, blanks: confirmationBlanks(evidence) });

  return inStep(deps, applicationId, async (step) => {
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
    return coolingOff(deps, step, evidence.confirmedAt);
  });
}

/** What the product grants a borrower who has signed to think better of it; the loan waits until it is over. */
async function coolingOff(deps: ActivityDeps, step: Step, confirmedAt: string): Promise<SealedContract> {
  const { coolingOffHours } = (await policiesOf(deps, step)).product.body.waits;
  if (coolingOffHours === 0) return { coolingOffUntil: null };
  const until = new Date(Date.parse(confirmedAt) + coolingOffHours * HOUR_MS).toISOString();
  await moveTo(step, 'OFFER', { on: 'COOLING_OFF', until });
  return { coolingOffUntil: until };
}

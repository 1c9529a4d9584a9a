import { createHash } from 'node:crypto';
import { Contract } from '../../contracts/http/contracts';
import { verifySeal } from '../../providers/esign/verify-seal';
import type { Ending } from '../ending';
import type { World } from '../world';
import type { Check } from './check';

/** Each signed contract, fetched as the borrower fetches it, carries the lender's seal over what the borrower confirmed. */
export async function checkSeals(
  world: World,
  endings: readonly Ending[],
  authorityPem: string,
): Promise<Check> {
  const operator = await world.user('operator', 'operator1');
  const wrong: string[] = [];
  let sealed = 0;
  for (const { application, loan } of endings) {
    const { contractId } = application;
    if (contractId === null || loan === null) continue;
    const contract = await operator.get(`/v1/contracts/${contractId}`, (answer) => Contract.parse(answer));
    const pdf = await operator.file(`/v1/contracts/${contractId}/document.pdf`);
    const report = verifySeal(pdf, [authorityPem]);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    sealed += 1;
    if (!report.ok) wrong.push(`${contractId}: ${report.code}`);
    else if (!report.trusted) wrong.push(`${contractId}: signer unknown`);
    else if (report.offerSha256 !== contract.documentSha256)
      wrong.push(`${contractId}: not what was confirmed`);
    if (sha256 !== contract.finalSha256) wrong.push(`${contractId}: not the stored hash`);
  }
  if (sealed === 0) wrong.push('no contract was sealed');
  return { what: `the lender's seal is valid on each of ${sealed} contracts`, wrong };
}

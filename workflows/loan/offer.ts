import { awaitApplicant } from './await-applicant';
import { type Ending, ending, withdrawnMeanwhile } from './ending';
import type { LoanProcess } from './process';
import { outside } from './steps';

/** Contract with plan and annualised cost, the borrower's confirmation by one-time code, the lender's seal. */
export async function offerAndSign(process: LoanProcess): Promise<Ending | null> {
  const { ref } = process;
  process.enter('OFFER');
  const { contractId, deadline } = await process.attempt('prepareContract', () =>
    outside.prepareContract({ ...ref, round: 1 }),
  );
  const wait = { stage: 'OFFER', on: 'SIGNATURE', deadline, answers: ['signed', 'refused'] } as const;
  const answer = await awaitApplicant(process, wait);
  if ('end' in answer) return answer.end;
  if (answer.came === 'refused') return ending('REFUSED');
  await process.attempt('sealContract', () => outside.sealContract({ ...ref, contractId }));
  return withdrawnMeanwhile(process);
}

import type { Deadline } from '../../contracts/loan/steps';
import { awaitApplicant } from './await-applicant';
import type { Ending } from './ending';
import type { LoanProcess } from './process';

/** Waits for missing documents; the caller goes back to where it was when some came. */
export async function supplement(process: LoanProcess, deadline: Deadline): Promise<Ending | null> {
  const wait = { stage: 'SUPPLEMENT', on: 'DOCUMENTS', deadline, answers: ['documents'] } as const;
  const result = await awaitApplicant(process, wait);
  return 'end' in result ? result.end : null;
}

import type { Deadline } from '../../contracts/loan/steps';
import { awaitApplicant } from './await-applicant';
import { declined } from './declined';
import type { Ending } from './ending';
import type { LoanProcess } from './process';

/** Completeness, entry rules and the reservation of the amount; missing documents are asked for until complete. */
export async function preScreen(process: LoanProcess): Promise<Ending | null> {
  for (;;) {
    process.enter('PRE_SCREEN');
    const result = await process.record('preScreen', process.ref);
    if (result.verdict === 'pass') return null;
    if (result.verdict === 'decline') return declined(process, result);
    const end = await supplement(process, result.deadline);
    if (end) return end;
  }
}

/** Waits for missing documents; the caller goes back to where it was when some came. */
export async function supplement(process: LoanProcess, deadline: Deadline): Promise<Ending | null> {
  const wait = { stage: 'SUPPLEMENT', on: 'DOCUMENTS', deadline, answers: ['documents'] } as const;
  const result = await awaitApplicant(process, wait);
  return 'end' in result ? result.end : null;
}

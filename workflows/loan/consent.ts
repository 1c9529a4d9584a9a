import { awaitApplicant } from './await-applicant';
import type { Ending } from './ending';
import type { LoanProcess } from './process';

/** No outside source is asked before the applicant consented to it (征信业管理条例 18). */
export async function obtainConsent(process: LoanProcess): Promise<Ending | { sources: string[] }> {
  for (;;) {
    process.enter('CONSENT');
    const result = await process.record('checkConsent', process.ref);
    if (result.granted) return { sources: result.sources };
    const { deadline } = result;
    const wait = { stage: 'CONSENT', on: 'CONSENT', deadline, answers: ['consent'] } as const;
    const answer = await awaitApplicant(process, wait);
    if ('end' in answer) return answer.end;
  }
}

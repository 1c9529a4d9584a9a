import { awaitApplicant } from './await-applicant';
import { type Ending, ending, withdrawal, withdrawnMeanwhile } from './ending';
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
  const sealed = await process.attempt('sealContract', () => outside.sealContract({ ...ref, contractId }));
  return (
    (await withdrawnMeanwhile(process)) ??
    (sealed?.coolingOffUntil ? await coolOff(process, sealed.coolingOffUntil) : null)
  );
}

/** 冷静期: money goes out when the borrower, who has signed, can no longer think better of it. */
async function coolOff(process: LoanProcess, until: string): Promise<Ending | null> {
  for (;;) {
    const event = await process.next({ stage: 'OFFER', on: 'COOLING_OFF', until });
    if (event.type === 'deadline') return null;
    if (event.type === 'mail') {
      await process.record('takeInbox', process.ref);
    } else {
      const end = await withdrawal(process, event.pending);
      if (end) return end;
    }
  }
}

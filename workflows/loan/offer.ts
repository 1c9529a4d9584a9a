import { awaitApplicant } from './await-applicant';
import { type Ending, ending, withdrawal, withdrawnMeanwhile } from './ending';
import type { LoanProcess } from './process';
import { outside, outsideWith } from './steps';

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
  return sealAndPay(process, contractId);
}

/**
 * The seal and, in the same step, the payout: the way of nearly every loan, and each step of its own costs a task and six
 * events. A withdrawal that is known before the payout begins is heard; what comes later is too late.
 */
async function sealAndPay(process: LoanProcess, contractId: string): Promise<Ending | null> {
  const { ref, state } = process;
  const sealing = outsideWith('seal, then payout · 盖章后放款');
  const sealed = await process.attempt('sealContract', () =>
    sealing.sealContract({ ...ref, contractId, thenPay: !process.hasCommands() }),
  );
  const payout = sealed?.payout ?? null;
  if (payout === null) {
    const end = await withdrawnMeanwhile(process);
    return end ?? (sealed?.coolingOffUntil ? coolOff(process, sealed.coolingOffUntil) : null);
  }
  state.paidAlong = payout === 'begun' ? null : payout;
  for (let late = process.queued(); late; late = process.queued()) await process.refuse(late, 'WRONG_STAGE');
  return null;
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

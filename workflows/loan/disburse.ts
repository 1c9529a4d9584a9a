import type { PayoutResult } from '../../contracts/loan/steps';
import { awaitApplicant } from './await-applicant';
import { type Ending, ending } from './ending';
import type { LoanProcess, PendingCommand } from './process';
import { outside } from './steps';

/**
 * Pays the loan out. The intent and its key are stored before the bank is called; an unknown answer is queried, never
 * repeated. A failed payment asks for a corrected account; what attempt it is, Postgres knows by the rows before it.
 */
export async function disburse(process: LoanProcess): Promise<Ending | null> {
  for (;;) {
    process.enter('DISBURSEMENT');
    const along = process.state.paidAlong;
    process.state.paidAlong = null;
    const sent = along ?? (await process.attempt('sendPayout', () => outside.sendPayout(process.ref)));
    const payout = await settled(process, sent);
    if (payout.status === 'confirmed') {
      process.state.plan = payout.plan;
      return null;
    }
    const end = await correctAccount(process);
    if (end) return end;
  }
}

/** Waits for the bank's callback; when it is late, asks. */
async function settled(process: LoanProcess, sent: PayoutResult): Promise<PayoutResult> {
  let payout = sent;
  while (payout.status === 'processing') {
    const { payoutId, askAgainAt } = payout;
    const event = await process.next({ stage: 'DISBURSEMENT', on: 'BANK', until: askAgainAt });
    if (event.type === 'command') {
      await process.refuse(event.pending, 'WRONG_STAGE');
    } else if (event.type === 'mail') {
      await process.record('takeInbox', process.ref);
      payout = await process.record('payoutState', { ...process.ref, payoutId });
    } else {
      payout = await process.attempt('queryPayout', () => outside.queryPayout({ ...process.ref, payoutId }));
    }
  }
  return payout;
}

/** After a failed or returned payout: a corrected account goes on, a cancellation or silence ends the loan unpaid. */
export async function correctAccount(process: LoanProcess): Promise<Ending | null> {
  const deadline = await process.record('askForAccount', process.ref);
  const answer = await awaitApplicant(process, {
    stage: 'ACCOUNT_CORRECTION',
    on: 'PAYOUT_ACCOUNT',
    deadline,
    answers: ['account'],
    obey: cancellation,
    silence: ending('CANCELLED', ['NO_PAYOUT_ACCOUNT']),
  });
  return 'end' in answer ? answer.end : null;
}

/** The payout may be given up while its account is being corrected; other commands do not fit. */
async function cancellation(process: LoanProcess, pending: PendingCommand): Promise<Ending | null> {
  if (pending.kind !== 'cancelPayout') {
    await process.refuse(pending, 'WRONG_STAGE');
    return null;
  }
  return (await process.apply(pending)).ok ? ending('CANCELLED') : null;
}

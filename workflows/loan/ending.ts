import type { Outcome } from '../../contracts/loan/stage';
import type { LoanProcess, PendingCommand } from './process';

/** How a loan process ends before or after its money moved. Steps return null to go on. */
export interface Ending {
  outcome: Outcome;
  reasonCodes: string[];
}

export const ending = (outcome: Outcome, reasonCodes: string[] = []): Ending => ({ outcome, reasonCodes });

/** What a command means while the applicant still may withdraw: a withdrawal ends the process, others do not fit. */
export async function withdrawal(process: LoanProcess, pending: PendingCommand): Promise<Ending | null> {
  if (pending.kind !== 'withdraw') {
    await process.refuse(pending, 'WRONG_STAGE');
    return null;
  }
  const applied = await process.apply(pending);
  return applied.ok ? ending('WITHDRAWN') : null;
}

/** Commands that came while a step was at work; looked at before what cannot be undone. */
export async function withdrawnMeanwhile(process: LoanProcess): Promise<Ending | null> {
  for (let pending = process.queued(); pending; pending = process.queued()) {
    const end = await withdrawal(process, pending);
    if (end) return end;
  }
  return null;
}

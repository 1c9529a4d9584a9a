import type { Stage, Wait } from '../../contracts/loan/stage';
import type { Deadline, InboxItem } from '../../contracts/loan/steps';
import { type Ending, ending, withdrawal } from './ending';
import type { LoanProcess, PendingCommand } from './process';

interface ApplicantWait {
  stage: Stage;
  on: Wait;
  deadline: Deadline;
  answers: readonly InboxItem['kind'][];
  /** What a command means meanwhile; the applicant may withdraw, unless said otherwise. */
  obey?: (process: LoanProcess, pending: PendingCommand) => Promise<Ending | null>;
  /** How silence ends the process; it expires, unless said otherwise. */
  silence?: Ending;
}

/** Waits for something only the applicant can do, with one reminder and an end. Returns what came, or how the process ended. */
export async function awaitApplicant(
  process: LoanProcess,
  {
    stage,
    on,
    deadline,
    answers,
    obey = withdrawal,
    silence = ending('EXPIRED', [`NO_${on}`]),
  }: ApplicantWait,
): Promise<{ came: InboxItem['kind'] } | { end: Ending }> {
  let until = deadline.remindAt ?? deadline.expiresAt;
  for (;;) {
    const event = await process.next({ stage, on, until, endsAt: deadline.expiresAt });
    if (event.type === 'mail') {
      const items = await process.record('takeInbox', process.ref);
      const answer = items.findLast((item) => answers.includes(item.kind));
      if (answer) return { came: answer.kind };
    } else if (event.type === 'command') {
      const end = await obey(process, event.pending);
      if (end) return { end };
    } else if (until === deadline.expiresAt) {
      return { end: silence };
    } else {
      await process.record('remindApplicant', { ...process.ref, wait: on });
      until = deadline.expiresAt;
    }
  }
}

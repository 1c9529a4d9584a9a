import type { Stage, Wait } from '../../contracts/loan/stage';
import type { Deadline, InboxItem } from '../../contracts/loan/steps';
import { type Ending, ending, withdrawal } from './ending';
import type { LoanProcess } from './process';

interface ApplicantWait {
  stage: Stage;
  on: Wait;
  deadline: Deadline;
  answers: readonly InboxItem['kind'][];
}

/**
 * Waits for something only the applicant can do, with one reminder and an end. The applicant may withdraw meanwhile.
 * Returns what came, or how the process ended.
 */
export async function awaitApplicant(
  process: LoanProcess,
  { stage, on, deadline, answers }: ApplicantWait,
): Promise<{ came: InboxItem['kind'] } | { end: Ending }> {
  let until = deadline.remindAt ?? deadline.expiresAt;
  for (;;) {
    const event = await process.next({ stage, on, until, endsAt: deadline.expiresAt });
    if (event.type === 'mail') {
      const items = await process.record('takeInbox', process.ref);
      const answer = items.findLast((item) => answers.includes(item.kind));
      if (answer) return { came: answer.kind };
    } else if (event.type === 'command') {
      const end = await withdrawal(process, event.pending);
      if (end) return { end };
    } else if (until === deadline.expiresAt) {
      return { end: ending('EXPIRED', [`NO_${on}`]) };
    } else {
      await process.record('remindApplicant', { ...process.ref, wait: on });
      until = deadline.expiresAt;
    }
  }
}

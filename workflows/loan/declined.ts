import { decideAt } from './approve';
import { type Ending, ending, withdrawal } from './ending';
import type { LoanProcess } from './process';

/**
 * An automatic decline stays open for a while: the applicant may ask for a person's decision (PIPL 24). If that
 * person overturns it, the process goes on where it was.
 */
export async function declined(
  process: LoanProcess,
  decline: { reasonCodes: string[]; reviewUntil: string | null },
): Promise<Ending | null> {
  const end = ending('DECLINED', decline.reasonCodes);
  const openReview = (round: number) => process.record('openDeclineReview', { ...process.ref, round });
  if (decline.reviewUntil === null) return end;
  for (;;) {
    const event = await process.next({ stage: 'DECLINED', on: 'REVIEW_REQUEST', until: decline.reviewUntil });
    if (event.type === 'deadline') return end;
    if (event.type === 'mail') {
      await process.record('takeInbox', process.ref);
    } else if (event.pending.kind === 'requestReview') {
      const applied = await process.apply(event.pending);
      if (applied.ok) return decideAt(process, openReview);
    } else {
      const withdrawn = await withdrawal(process, event.pending);
      if (withdrawn) return withdrawn;
    }
  }
}

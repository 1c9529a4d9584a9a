/** What a person may say of a pending change of access. */
export type ChangeVerdict = 'approve' | 'refuse' | 'withdraw';
const ENDS = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

interface PendingChange {
  readonly status: string;
  readonly proposedBy: string;
  /** The person or role whose access it is. */
  readonly subject: string;
}

type Judged =
  | { readonly ok: true; readonly status: (typeof ENDS)[ChangeVerdict] }
  | {
      readonly ok: false;
      readonly code: 'CHANGE_DECIDED' | 'MAKER_IS_CHECKER' | 'OWN_ACCESS' | 'FORBIDDEN';
    };

/** Whether a person may say so: the maker only withdraws, others only judge, and nobody lets themself do more. */
export function judgeVerdict(change: PendingChange, by: string, verdict: ChangeVerdict): Judged {
  if (change.status !== 'proposed') return { ok: false, code: 'CHANGE_DECIDED' };
  const maker = change.proposedBy === by;
  if (verdict === 'withdraw') {
    if (!maker) return { ok: false, code: 'FORBIDDEN' };
  } else if (maker) return { ok: false, code: 'MAKER_IS_CHECKER' };
  if (verdict === 'approve' && change.subject === by) return { ok: false, code: 'OWN_ACCESS' };
  return { ok: true, status: ENDS[verdict] };
}

/** What one person says of one application. */
export interface Vote {
  readonly actorId: string;
  readonly decision: 'approve' | 'reject' | 'return';
}

/** A tier's rule: how many sit, how many must have voted, how many must agree. */
export interface VoteRule {
  readonly seats: number;
  readonly quorum: number;
  readonly votesNeeded: number;
}

/** How a vote stands; `open` while the missing votes can still change the result. */
export interface Tally {
  readonly state: 'open' | 'approved' | 'rejected' | 'returned';
  readonly cast: number;
  readonly approvals: number;
  readonly rejections: number;
  readonly returns: number;
}

/** Counts one vote per person, the first one given, and never more than there are seats. */
export function tally(votes: readonly Vote[], rule: VoteRule): Tally {
  const first = new Map<string, Vote['decision']>();
  for (const { actorId, decision } of votes) {
    if (!first.has(actorId) && first.size < rule.seats) first.set(actorId, decision);
  }
  const count = (decision: Vote['decision']) =>
    [...first.values()].filter((each) => each === decision).length;
  const counted = {
    cast: first.size,
    approvals: count('approve'),
    rejections: count('reject'),
    returns: count('return'),
  };
  return { state: stateOf(counted, rule), ...counted };
}

function stateOf({ cast, approvals, returns }: Omit<Tally, 'state'>, rule: VoteRule): Tally['state'] {
  const left = rule.seats - cast;
  const settled = cast >= rule.quorum;
  if (settled && approvals >= rule.votesNeeded) return 'approved';
  if (settled && returns >= rule.votesNeeded) return 'returned';
  const reachable = Math.max(approvals, returns) + left >= rule.votesNeeded;
  return reachable ? 'open' : 'rejected';
}

const HOUR_MS = 3_600_000;

/** How long a tier has, and after how long its deputy may act, both counted from when it was first given the case. */
export interface ServiceHours {
  readonly slaHours: number;
  readonly deputyAfterHours: number;
}

/** A former round of the tier: when it had to be done, and since when it waited for the applicant. */
export interface PausedRound {
  readonly dueAt: Date;
  readonly pausedAt: Date;
}

/**
 * Deadlines of a tier's round. What the applicant took to bring documents does not count: a round after a pause has the
 * time that was left, which may be none, and never more than the tier had.
 */
export function serviceLevel(
  now: Date,
  { slaHours, deputyAfterHours }: ServiceHours,
  paused: PausedRound | null,
): { dueAt: Date; deputyAt: Date } {
  const given = slaHours * HOUR_MS;
  const left = paused === null ? given : paused.dueAt.getTime() - paused.pausedAt.getTime();
  const startedAt = now.getTime() - (given - left);
  const dueAt = now.getTime() + left;
  // A deputy never comes before the one who is asked is late.
  const deputyAt = Math.max(startedAt + deputyAfterHours * HOUR_MS, dueAt);
  return { dueAt: new Date(dueAt), deputyAt: new Date(deputyAt) };
}

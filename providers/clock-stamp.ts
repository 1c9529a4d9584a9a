/** A test clock's id and its virtual instant, told to sandbox parties so that they live in the same time as the loan. */
export type ClockStamp = { readonly id: string; readonly now: string };

/** The headers by which a sandbox party learns the virtual time; none for a loan that lives in real time. */
export function clockHeaders(clock: ClockStamp | undefined): Record<string, string> {
  return clock ? { 'x-test-clock': clock.id, 'x-test-now': clock.now } : {};
}

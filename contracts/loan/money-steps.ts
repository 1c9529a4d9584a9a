/** Steps that order money in or out at the bank, or book it: what they do cannot be taken back by anybody alone. */
const MONEY_STEPS: ReadonlySet<string> = new Set([
  'sendPayout',
  'collectInstalment',
  'payRefund',
  'payDraw',
  'bookInbox',
]);

/** Whether two people have to say that a loan parked at this step may go on (four eyes on money). */
export function needsTwoToResume(step: string | null): boolean {
  return step !== null && MONEY_STEPS.has(step);
}

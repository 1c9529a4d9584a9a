/** Business time of the demo is Shanghai's; "2026-03-02 10:10" becomes the instant as the API takes it. */
export function shanghai(local: string): string {
  const instant = new Date(`${local.replace(' ', 'T')}:00+08:00`);
  return instant.toISOString();
}

/** First moment of the demo's clock, a Monday morning. */
export const OPENING = '2026-03-02 10:00';
/** Last moment: the loans of twelve months are paid off and their bounce windows are over. */
export const CLOSING = '2027-03-12 12:00';

/** When things of the first day happen; time in between lets the loans settle. */
export const DECIDE = '2026-03-02 10:20';
export const DECIDE_NEXT = '2026-03-02 10:40';
export const SIGN = '2026-03-02 11:00';
/** After the second look of people, documents that came late, corrected accounts. */
export const NEXT_DAY = '2026-03-03 14:00';
export const THIRD_DAY = '2026-03-04 14:00';

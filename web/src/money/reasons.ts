/** Why people order money operations; the codes go into the audit record and, for the account, into the event. */
export const ORDER_REASONS = [
  'HARDSHIP',
  'AGREEMENT',
  'COMPLAINT',
  'BOOKING_MISTAKE',
  'BANK_MISTAKE',
  'LEGAL_ORDER',
  'COLLECTION',
  'OVERPAID',
  'REGULATION',
] as const;
export type OrderReason = (typeof ORDER_REASONS)[number];

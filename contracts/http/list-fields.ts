import type { FieldKind } from './filters';

type Fields = Readonly<Record<string, FieldKind>>;

/** What applications can be filtered by. */
export const APPLICATION_FIELDS = {
  stage: 'code',
  product: 'code',
  channel: 'code',
  purpose: 'code',
  outcome: 'code',
  route: 'code',
  grade: 'code',
  currency: 'code',
  amount: 'amount',
  term: 'count',
  score: 'count',
  created: 'day',
  since: 'day',
  open: 'flag',
  parked: 'flag',
} as const satisfies Fields;

/** Orders of applications; a leading minus is the largest or newest first. */
export const APPLICATION_ORDERS = ['-id', 'id', '-amount', 'since'] as const;

/** What loans can be filtered by. */
export const LOAN_FIELDS = {
  status: 'code',
  product: 'code',
  bucket: 'code',
  class: 'code',
  branch: 'code',
  currency: 'code',
  principal: 'amount',
  outstanding: 'amount',
  overdue: 'amount',
  days: 'count',
  nextDue: 'day',
  disbursed: 'day',
  maturity: 'day',
  closed: 'day',
} as const satisfies Fields;

/** Orders of loans. */
export const LOAN_ORDERS = ['-id', 'id', '-days', '-outstanding', '-principal', 'nextDue'] as const;

/** What customers can be filtered by; by number and phone they are looked up (`POST /v1/customers/search`). */
export const CUSTOMER_FIELDS = { kind: 'code', locale: 'code', created: 'day' } as const satisfies Fields;

/** Orders of customers. */
export const CUSTOMER_ORDERS = ['-id', 'id'] as const;

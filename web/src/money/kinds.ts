import type { components } from '../api/generated';
import type { Key } from './key';

export type Bookable = components['schemas']['BookableOperation'];
export type Kind = Bookable['kind'];

type Input =
  | { as: 'money' | 'percent' | 'day' | 'count' | 'booking' | 'shares' }
  | { as: 'text'; shape: RegExp }
  | { as: 'choice' | 'several'; of: readonly string[] };

/** One thing to say about an operation: its name in the API, in words, and how it is put in. */
export interface OperationField {
  name: string;
  label: Key;
  input: Input;
  optional?: true;
  /** Asked only where another field holds this. */
  when?: { name: string; is: string };
}

const CODE = /^[A-Za-z][A-Za-z0-9_.-]{0,59}$/;
const field = (name: string, label: Key, input: Input): OperationField => ({ name, label, input });
const optional = (one: OperationField): OperationField => ({ ...one, optional: true });

const ofMethod = (is: string, one: OperationField): OperationField => ({
  ...one,
  when: { name: 'method', is },
});

/** Methods that a restructured plan may follow. */
export const RESTRUCTURED_METHODS = [
  ...(['equal-instalment', 'equal-principal', 'interest-only', 'bullet'] as const),
  ...(['flat', 'balloon', 'interest-only-first', 'custom'] as const),
] as const;

/** Where the words of a field's choices stand. */
export const groupOf = (name: string): 'method' | 'orderChoice' =>
  name === 'method' || name === 'interestOnlyThen' ? 'method' : 'orderChoice';

/** Whether a field is asked for beside what was put in already. */
export const isAsked = ({ when }: OperationField, values: Readonly<Record<string, string>>): boolean =>
  when === undefined || values[when.name] === when.is;

const amount = field('amountMinor', 'amount', { as: 'money' });
const periods = field('periods', 'order.periods', { as: 'count' });
const percent = field('annualRatePercent', 'order.rate', { as: 'percent' });
const payerRef = field('payerRef', 'order.payerRef', { as: 'text', shape: /^[\x21-\x7e]{4,80}$/ });
const waived = (name: string, label: Key) => optional(field(name, label, { as: 'money' }));

/** What each kind of operation asks for, in the order in which people think of it. */
export const FIELDS: Readonly<Record<Kind, readonly OperationField[]>> = {
  fee: [
    field('code', 'order.fee', {
      as: 'choice',
      of: ['NOTARY', 'VALUATION', 'LITIGATION', 'INSURANCE', 'SERVICE'],
    }),
    amount,
  ],
  waiver: [
    waived('penalty', 'order.penalty'),
    waived('compound', 'order.compound'),
    waived('interest', 'plan.interest'),
    waived('fee', 'order.fees'),
    waived('principal', 'plan.principal'),
  ],
  rate_change: [
    percent,
    field('reason', 'order.because', { as: 'choice', of: ['agreement', 'lpr', 'downgrade'] }),
  ],
  interest_pause: [
    field('until', 'order.until', { as: 'day' }),
    field('also', 'order.pauses', { as: 'choice', of: ['interest-only', 'penalty-too'] }),
  ],
  deferral: [periods, field('interest', 'order.meanwhile', { as: 'choice', of: ['runs', 'waived'] })],
  extension: [periods],
  reamortisation: [periods],
  restructuring: [
    optional(
      field('capitalised', 'order.capitalised', {
        as: 'several',
        of: ['interest', 'penalty', 'compound', 'fee'],
      }),
    ),
    periods,
    optional(field('firstDueOn', 'order.firstDue', { as: 'day' })),
    optional(percent),
    optional(
      field('method', 'method', {
        as: 'choice',
        of: RESTRUCTURED_METHODS,
      }),
    ),
    ofMethod('balloon', field('balloonMinor', 'order.balloon', { as: 'money' })),
    ofMethod('interest-only-first', field('interestOnlyPeriods', 'order.interestOnly', { as: 'count' })),
    ofMethod(
      'interest-only-first',
      field('interestOnlyThen', 'order.then', { as: 'choice', of: ['equal-instalment', 'equal-principal'] }),
    ),
    ofMethod('custom', field('sharesPpm', 'order.shares', { as: 'shares' })),
  ],
  acceleration: [],
  charge_off: [],
  collateral_proceeds: [amount, optional(field('costsMinor', 'order.costs', { as: 'money' })), payerRef],
  debt_transfer: [
    field('buyer', 'order.buyer', { as: 'text', shape: CODE }),
    optional(field('priceMinor', 'order.price', { as: 'money' })),
    payerRef,
  ],
  draw: [amount],
  limit_end: [],
  refund: [amount],
  reversal: [field('transactionId', 'order.booking', { as: 'booking' })],
};

const kindsOf = (fields: typeof FIELDS): Kind[] => Object.keys(fields).filter((kind) => isKind(kind));

/** Whether a kind that the API names is one that this console can draw. */
export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(FIELDS, kind);
}

/** Every kind that a person can order. */
export const KINDS: readonly Kind[] = kindsOf(FIELDS);

/** How a field of a list is compared, as the API knows it. */
export type FieldKind = 'code' | 'amount' | 'count' | 'day' | 'flag';

/** One field that a list can be filtered by; codes have their choices. */
export interface Field {
  field: string;
  label: string;
  kind: FieldKind;
  options?: readonly { value: string; label: string }[];
}

/** One condition of a filter, as it stands in the address: `field.op.value`. */
export interface Condition {
  field: string;
  op: string;
  value: string;
}

export const OPERATORS_OF = {
  code: ['is', 'not'],
  amount: ['min', 'max'],
  count: ['min', 'max'],
  day: ['min', 'max'],
  flag: ['is'],
} as const satisfies Record<FieldKind, readonly string[]>;

/** A condition out of its text; null where it is none. */
export function conditionOf(text: string): Condition | null {
  const [, field, op, value] = /^([A-Za-z]+)\.([a-z]+)\.(.+)$/.exec(text) ?? [];
  return field && op && value ? { field, op, value } : null;
}

export const textOf = ({ field, op, value }: Condition): string => `${field}.${op}.${value}`;

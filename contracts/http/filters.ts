import { z } from 'zod';

/** How the values of a field are compared. `day` holds for dates and for instants, by the lender's business date. */
export type FieldKind = 'code' | 'amount' | 'count' | 'day' | 'flag';

/** `is` one of, `not` one of, at least, at most. */
export const OPERATORS = ['is', 'not', 'min', 'max'] as const;
export type Operator = (typeof OPERATORS)[number];

/** Which comparisons a kind of field knows. */
export const OPERATORS_OF: Readonly<Record<FieldKind, readonly Operator[]>> = {
  code: ['is', 'not'],
  amount: ['min', 'max'],
  count: ['min', 'max'],
  day: ['min', 'max'],
  flag: ['is'],
};

const MOST_CONDITIONS = 12;
const MOST_VALUES = 20;
const VALUE: Readonly<Record<FieldKind, RegExp>> = {
  code: /^[A-Za-z0-9][A-Za-z0-9_.+-]{0,59}$/,
  amount: /^\d{1,15}$/,
  count: /^\d{1,6}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  flag: /^(yes|no)$/,
};

/** One condition of a filter. */
export interface Condition<F extends string = string> {
  field: F;
  op: Operator;
  values: readonly string[];
}

/** The conditions of a list as its query string gives them: `where=field.op.value`, repeated, all of which hold. */
export function Where<F extends string>(fields: Readonly<Record<F, FieldKind>>) {
  const known = Object.entries<FieldKind>(fields)
    .map(([field, kind]) => `${field} (${OPERATORS_OF[kind].join(', ')})`)
    .join(', ');
  const condition = z
    .string()
    .max(400)
    .transform((text, context): Condition<F> => {
      const parsed = conditionOf(fields, text);
      if (parsed !== null) return parsed;
      context.addIssue({ code: 'custom', message: 'filter_invalid' });
      return z.NEVER;
    })
    .meta({ example: `${Object.keys(fields)[0]}.is.value` });
  return z
    .preprocess(
      (given) => (typeof given === 'string' ? [given] : given),
      z.array(condition).max(MOST_CONDITIONS),
    )
    .optional()
    .meta({
      description: `Conditions \`field.op.value\`, all of which hold; several values of \`is\` and \`not\` with commas. Fields: ${known}`,
    });
}

function conditionOf<F extends string>(
  fields: Readonly<Record<F, FieldKind>>,
  text: string,
): Condition<F> | null {
  const [, name = '', op = '', value = ''] = /^([A-Za-z]+)\.([a-z]+)\.(.+)$/s.exec(text) ?? [];
  const field = (Object.keys(fields) as F[]).find((one) => one === name);
  if (field === undefined) return null;
  const kind = fields[field];
  const operator = OPERATORS_OF[kind].find((one) => one === op);
  if (operator === undefined) return null;
  const values = operator === 'is' || operator === 'not' ? value.split(',') : [value];
  const fits = (one: string) =>
    VALUE[kind].test(one) && (kind !== 'day' || z.iso.date().safeParse(one).success);
  return values.length <= MOST_VALUES && values.every(fits) ? { field, op: operator, values } : null;
}

/** In what form a list is given: a page in JSON, or all its rows as a file up to the limit of exports. */
export const ListFormat = z.enum(['json', 'csv', 'xlsx']).optional().meta({
  description:
    'Else by `Accept`. `csv` and `xlsx` give every matching row as a file, at most 100,000; `x-rows-left-off: true` says that there were more',
});

/** Rows of an export at most. */
export const EXPORT_ROWS = 100_000;

/** Media types of the files that a list can be given as. */
export const FILE_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** About how many rows a filter leaves, by the statistics of the database. */
export const Estimate = z
  .object({ rows: z.int().min(0).meta({ description: 'Estimated by the database, not counted' }) })
  .meta({ id: 'Estimate' });

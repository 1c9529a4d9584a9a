import { type AnyColumn, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Condition } from '../../contracts/http/filters';
import { shanghaiOffsetMinutes } from '../../domain/calendar/business-date';

/** A field of a list as the database has it. A flag that is `yes` means the condition holds. */
export type FilterColumn =
  | { kind: 'code' | 'amount' | 'count' | 'date' | 'instant'; column: AnyColumn }
  | { kind: 'flag'; yes: SQL; no: SQL };

/** A flag that says whether a column holds anything. */
export const present = (column: AnyColumn): FilterColumn => ({
  kind: 'flag',
  yes: isNotNull(column),
  no: isNull(column),
});

const DAY_MS = 86_400_000;

/** The instant at which a business date begins. */
function startOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMinutes * 60_000).toISOString();
}

/** The conditions of a query as the database understands them; values are parameters, never text. */
export function conditionsOf<F extends string>(
  where: readonly Condition<F>[] | undefined,
  columns: Readonly<Record<F, FilterColumn>>,
): (SQL | undefined)[] {
  return (where ?? []).map((one) => conditionOf(one, columns[one.field]));
}

function conditionOf({ op, values }: Condition, field: FilterColumn): SQL | undefined {
  const [value = ''] = values;
  if (field.kind === 'flag') return (value === 'yes') === (op === 'is') ? field.yes : field.no;
  const { kind, column } = field;
  if (op === 'is') return inArray(column, [...values]);
  if (op === 'not') return or(notInArray(column, [...values]), isNull(column));
  if (kind !== 'instant') return op === 'min' ? sql`${column} >= ${value}` : sql`${column} <= ${value}`;
  const after = new Date(Date.parse(startOf(value)) + DAY_MS).toISOString();
  return op === 'min'
    ? sql`${column} >= ${startOf(value)}::timestamptz`
    : sql`${column} < ${after}::timestamptz`;
}

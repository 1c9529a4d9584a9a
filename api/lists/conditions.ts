import { type AnyColumn, and, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Condition } from '../../contracts/http/filters';
import { shanghaiOffsetMinutes } from '../../domain/calendar/business-date';

/** A field of a list as the database has it: `unless` names rows without a value, where the column hides that. */
export type FilterColumn =
  | { kind: 'code'; column: AnyColumn }
  | { kind: 'amount' | 'count' | 'date' | 'instant'; column: AnyColumn | SQL; unless?: SQL }
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
  if (field.kind === 'code') {
    const { column } = field;
    if (op === 'is') return inArray(column, [...values]);
    const others = notInArray(column, [...values]);
    return column.notNull ? others : or(others, isNull(column));
  }
  return and(field.unless, boundOf(field, op === 'min', value));
}

function boundOf(
  { kind, column }: { kind: string; column: AnyColumn | SQL },
  atLeast: boolean,
  value: string,
): SQL {
  if (kind !== 'instant') return atLeast ? sql`${column} >= ${value}` : sql`${column} <= ${value}`;
  const after = new Date(Date.parse(startOf(value)) + DAY_MS).toISOString();
  return atLeast ? sql`${column} >= ${startOf(value)}::timestamptz` : sql`${column} < ${after}::timestamptz`;
}

import { type SQL, sql } from 'drizzle-orm';
import type { PartScope } from '../../../domain/close/scope';

/** Whether a loan id lies in a part; every loan lies in exactly one. */
export function inPart(id: SQL, { fromLoan, toLoan }: PartScope): SQL {
  return toLoan === null ? sql`${id} >= ${fromLoan}` : sql`${id} >= ${fromLoan} and ${id} < ${toLoan}`;
}

/** Whether a row belongs to a clock, in the form that an index answers. */
export function onClock(clock: SQL, clockId: string | null): SQL {
  return clockId === null ? sql`${clock} is null` : sql`${clock} = ${clockId}`;
}

/** The day before, in SQL. */
export const dayBefore = (on: string): SQL => sql`(${on}::date - 1)`;

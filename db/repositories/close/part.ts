import { type SQL, sql } from 'drizzle-orm';
import type { PartScope } from '../../../domain/close/scope';

/** Whether a loan id belongs to a part; every loan belongs to exactly one. */
export function inPart(id: SQL, { partition, partitions }: PartScope): SQL {
  return partitions === 1 ? sql`true` : sql`close_partition(${id}, ${partitions}) = ${partition}`;
}

/** The day before, in SQL. */
export const dayBefore = (on: string): SQL => sql`(${on}::date - 1)`;

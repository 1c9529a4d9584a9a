import { type AnyColumn, eq, isNull, type SQL } from 'drizzle-orm';

/** Rows of one time: those of a test clock, or, where that is null, the live ones. Written so that indexes serve it. */
export function onClock(column: AnyColumn, clockId: string | null): SQL {
  return clockId === null ? isNull(column) : eq(column, clockId);
}

/** The filter of a list: rows of a clock, the live ones, or both where nothing was asked. */
export function clockFilter(column: AnyColumn, asked: string | undefined): SQL | undefined {
  return asked === undefined ? undefined : onClock(column, asked === 'live' ? null : asked);
}

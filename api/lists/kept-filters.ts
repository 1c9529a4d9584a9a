import type { Condition } from '../../contracts/http/filters';

/** What a list is asked for with: its filters and order, and what concerns one page or file of it. */
export interface ListQuery extends Record<string, unknown> {
  where?: readonly Condition[] | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
  format?: 'json' | 'csv' | 'xlsx' | undefined;
}

/** Filters as the list's address has them, to be kept with an export or in the audit record and read again. */
export function keptFilters(query: ListQuery): Record<string, unknown> {
  const { where, limit: _limit, cursor: _cursor, format: _format, ...others } = query;
  const texts = where?.map(({ field, op, values }) => `${field}.${op}.${values.join(',')}`);
  return { ...others, ...(texts && texts.length > 0 && { where: texts }) };
}

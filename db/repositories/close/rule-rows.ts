import { type SQL, sql } from 'drizzle-orm';
import type { CloseRules } from './rules';

/** The classification rules in force, one row for each book of the loans they judge. */
export function ruleRows({ classes }: CloseRules): SQL {
  return sql`
    select b.id as book_id, r.* from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) as r(product_code text,
      technical integer, substandard integer, doubtful integer, loss integer, cure_periods integer,
      cure_months integer, watch_months integer, cross_percent integer, stage2 integer, stage3 integer,
      factor1 numeric, factors2 numeric[], factor3 numeric)
    join accrual_books b on b.product_code = r.product_code`;
}

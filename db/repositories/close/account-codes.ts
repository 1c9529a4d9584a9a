import { type SQL, sql } from 'drizzle-orm';
import { chart, type LedgerRole } from '../../../domain/ledger/chart';
import { onClock } from './part';

/**
 * The account codes that the products of a clock use for some roles, with the name that the caller groups them under: from
 * the mapping of each accrual book, else from the chart. A code that serves several roles of one name comes once.
 */
export function accountCodes(
  clockId: string | null,
  roles: Readonly<Record<string, readonly LedgerRole[]>>,
): SQL {
  const named = Object.entries(roles).flatMap(([name, list]) =>
    list.map((role) => ({ name, role, code: chart[role].code })),
  );
  return sql`
    select distinct b.product_code, b.branch, b.currency, r.name, coalesce(b.ledger->>r.role, r.code) as account_code
    from accrual_books b
    cross join jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as r(name text, role text, code text)
    where ${onClock(sql`b.clock_id`, clockId)}`;
}

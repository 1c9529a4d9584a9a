import { sql } from 'drizzle-orm';
import type { CloseScope } from '../../../domain/close/scope';
import type { Queryable } from '../../client';
import type { CloseRules } from './rules';

/**
 * 交叉违约 (not for retail): when more than the stated share of a company's claims is 不良, all its claims are, and are
 * impaired. A loan's own class is kept, so that it is its own again once the others are well.
 */
export async function crossDefault(
  db: Queryable,
  { on, clockId }: CloseScope,
  rules: CloseRules,
): Promise<number> {
  const { rowCount } = await db.execute(sql`
    with rule as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rules.classes)}::jsonb) as r(product_code text, cross_percent integer)
    ), losses as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rules.losses)}::jsonb) as f(product_code text, stage smallint, years integer, factor numeric)
    ), suspects as materialized (
      select distinct d.customer_id from loan_days d join customers c on c.id = d.customer_id
      where d.closed_on = ${on}::date and d.clock_id is not distinct from ${clockId} and d.own_class >= 2 and c.kind = 'company'
    ), debtors as materialized (
      select d.customer_id, sum(d.exposure_minor) as owed,
        sum(d.exposure_minor) filter (where d.own_class >= 2) as bad
      from suspects join loan_days d on d.customer_id = suspects.customer_id
      where d.closed_on = ${on}::date and d.clock_id is not distinct from ${clockId}
      group by d.customer_id
    )
    update loan_days d set five_class = 2, stage = 3,
      loss_minor = div(2 * d.exposure_minor * losses.factor + 1000000000000, 2000000000000)::bigint
    from debtors, rule, losses
    where d.closed_on = ${on}::date and d.clock_id is not distinct from ${clockId}
      and d.customer_id = debtors.customer_id and rule.product_code = d.product_code
      and losses.product_code = d.product_code and losses.stage = 3
      and debtors.bad * 100 > debtors.owed * rule.cross_percent
      and d.own_class < 2 and d.status in ('active', 'overdue')`);
  return rowCount ?? 0;
}

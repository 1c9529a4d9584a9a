import { sql } from 'drizzle-orm';
import type { CloseScope } from '../../../domain/close/scope';
import { HOUSE_CURRENCY } from '../../../domain/money/convert';
import { minorDigits } from '../../../domain/money/currency';
import type { Db, Queryable } from '../../client';
import { ratesOn } from '../exchange-rates';
import { onClock } from './part';
import { ruleRows } from './rule-rows';
import type { CloseRules } from './rules';

/**
 * 交叉违约 (not for retail): when more than the stated share of a company's claims is 不良, all its claims are, and are
 * impaired. A loan's own class is kept, so that it is its own again once the others are well. Claims in several currencies are
 * weighed by the rates of the date; a share that cannot be told for want of a rate counts as more.
 */
export function crossDefault(db: Db, { on, clockId }: CloseScope, rules: CloseRules): Promise<number> {
  return db.transaction(async (tx) => {
    // The date's rows are newer than the planner's figures of the table, which would have it look for each loan in turn.
    await tx.execute(sql`set local enable_nestloop = off`);
    const worth = JSON.stringify(await worthOfUnits(tx, on));
    const { rowCount } = await tx.execute(sql`
    with worth as materialized (
      select * from jsonb_to_recordset(${worth}::jsonb) as w(currency text, rate numeric, digits integer)
    ), rule as materialized (${ruleRows(rules)}), suspects as materialized (
      select distinct l.customer_id from loan_days d join loans l on l.id = d.loan_id join customers c on c.id = l.customer_id
      where d.closed_on = ${on}::date and ${onClock(sql`d.clock_id`, clockId)} and d.own_class >= 2 and c.kind = 'company'
    ), claims as materialized (
      select l.customer_id, d.loan_id, d.own_class, d.exposure_minor * w.rate / 10::numeric ^ w.digits as worth
      from suspects join loans l on l.customer_id = suspects.customer_id
      join loan_days d on d.loan_id = l.id and d.closed_on = ${on}::date
      left join worth w on w.currency = l.currency
      where ${onClock(sql`d.clock_id`, clockId)}
    ), debtors as materialized (
      select customer_id, sum(worth) as owed, sum(worth) filter (where own_class >= 2) as bad,
        bool_or(worth is null) as untold
      from claims group by customer_id
    )
    update loan_days d set five_class = 2, stage = 3,
      loss_minor = div(2 * d.exposure_minor * rule.factor3 + 1000000000000, 2000000000000)::bigint
    from claims, debtors, rule
    where d.closed_on = ${on}::date and d.loan_id = claims.loan_id and claims.customer_id = debtors.customer_id
      and rule.book_id = d.book_id
      and (debtors.untold or debtors.bad * 100 > debtors.owed * rule.cross_percent)
      and d.own_class < 2 and d.status in ('active', 'overdue')`);
    return rowCount ?? 0;
  });
}

/** What a whole unit of each currency is worth in the house's own, and how many decimals its amounts have. */
async function worthOfUnits(q: Queryable, on: string) {
  const rates = (await ratesOn(q, on))?.body.rates ?? [];
  const own = { currency: HOUSE_CURRENCY, rate: '1', digits: minorDigits[HOUSE_CURRENCY] };
  return [
    own,
    ...rates.map(({ currency, cnyPerUnit }) => ({
      currency,
      rate: cnyPerUnit,
      digits: minorDigits[currency],
    })),
  ];
}

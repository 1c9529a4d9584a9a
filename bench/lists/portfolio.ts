import type { Client } from 'pg';

const OPEN_TASKS = 10_000;
/** Of a hundred applications so many became loans. */
const BECAME_LOANS = 80;
const PEOPLE_PER_HUNDRED = 70;

/** One out of a list by weights, drawn anew for each row. */
function drawn(weights: Readonly<Record<string, number>>): string {
  let sum = 0;
  const cases = Object.entries(weights).map(([value, weight]) => {
    sum += weight;
    return `when r < ${sum / 100} then '${value}'`;
  });
  return `case ${cases.join(' ')} else '${Object.keys(weights).at(-1)}' end`;
}

const PRODUCTS = drawn({
  consumer_instalment: 55,
  car_loan: 20,
  working_capital: 10,
  micro_business: 8,
  credit_line: 5,
  bridge: 2,
});
/** One product is lent in another currency than the rest: one loan in fifty. */
const CURRENCY = `case when product = 'bridge' then 'JPY' else 'CNY' end`;
const id = (prefix: string, n: string) => `'${prefix}_' || lpad(to_hex(${n}), 26, '0')`;
const TODAY = `date '2026-06-15'`;

/**
 * So many loans of three years, with their applications and customers, drawn in the database itself. Proportions are those
 * of a lender at work: a third is settled, one in sixteen late, few of them badly. The same every time.
 */
export async function fillPortfolio(admin: Client, loans: number): Promise<void> {
  const applications = Math.ceil((loans * 100) / BECAME_LOANS);
  const people = Math.ceil((loans * PEOPLE_PER_HUNDRED) / 100);
  await admin.query(`set session_replication_role = 'replica'`);
  await admin.query(`select setseed(0.42)`);
  await admin.query(`
    insert into customers (id, kind, sealed, id_index, phone_index, name_index, masked_name, masked_id, masked_phone, locale, created_at)
    select ${id('cus', 'n')}, case when n % 16 = 0 then 'company' else 'person' end, '\\x00'::bytea,
           md5('i' || n), md5('p' || n), md5('n' || n % 5000), '王**', '1101**********' || n % 10000, '138****' || n % 10000,
           case when n % 25 = 0 then 'en' else 'zh-CN' end, ${TODAY} - n % 1095 + interval '3 hours'
    from generate_series(1, ${people}) n`);
  await admin.query(`
    insert into loans (id, application_id, customer_id, product_code, product_version, branch, currency, terms, principal_minor, status,
      booked_to, disbursed_on, maturity_on, outstanding_principal_minor, overdue_minor, next_due_on, next_due_minor, days_overdue,
      max_days_overdue, bucket, five_class, closed_on, created_at)
    select ${id('loan', 'n')}, ${id('app', 'n')}, ${id('cus', `1 + n % ${people}`)}, product, 1, branch, ${CURRENCY},
      jsonb_build_object('principal', principal, 'pad', repeat('x', 300)), principal, status, ${TODAY} - 1, paid_on, paid_on + 365,
      case when status in ('settled') then 0 else greatest(1, (principal * left_share)::bigint) end,
      case when days > 0 then (principal / 12)::bigint else 0 end,
      case when status in ('active', 'overdue') then ${TODAY} + (n % 30) end, case when status in ('active', 'overdue') then principal / 12 else 0 end,
      days, days, case when days = 0 then 'M0' else 'M' || least(7, 1 + days / 30) end,
      case when days > 180 then 'loss' when days > 120 then 'doubtful' when days > 90 then 'substandard' when days > 0 then 'special_mention' else 'pass' end,
      case when status = 'settled' then paid_on + 200 end, paid_on
    from (
      select n, ${PRODUCTS} as product, case when n % 9 = 0 then 'SH' else 'HQ' end as branch,
        case when r2 < 0.6 then 'active' when r2 < 0.92 then 'settled' when r2 < 0.98 then 'overdue' when r2 < 0.99 then 'written_off' when r2 < 0.995 then 'pending' else 'transferred' end as status,
        case when r2 >= 0.92 and r2 < 0.98 then 1 + floor(power(r3, 4) * 400)::int when r2 >= 0.98 and r2 < 0.99 then 200 + (n % 700) else 0 end as days,
        (500000 + floor(power(r3, 3) * 50000000))::bigint as principal, r3 as left_share, (${TODAY} - 1 - ((${loans} - n)::bigint * 1094 / ${loans})::int) as paid_on
      from (select n, random() as r, random() as r2, random() as r3 from generate_series(1, ${loans}) n) drawn_once
    ) made`);
  await admin.query(`
    insert into applications (id, customer_id, product_code, product_version, channel, created_by, currency, amount_minor, term_months, purpose, method,
      declared, stage, stage_since, outcome, reason_codes, route, grade, score, loan_id, parked_at, parked_step, created_at, updated_at)
    select ${id('app', 'n')}, ${id('cus', `1 + n % ${people}`)}, product, 1, case when n % 7 = 0 then 'dealer' else 'app' end, 'system', ${CURRENCY},
      (500000 + floor(power(r3, 3) * 50000000))::bigint, 6 * (1 + n % 6), 'daily', 'equal-instalment', '{"kind":"person"}', stage, made_at + interval '2 hours',
      case when stage = 'CLOSED' then ${drawn({ PAID_OFF: 55, DECLINED: 33, WITHDRAWN: 5, EXPIRED: 4, REFUSED: 2, CANCELLED: 1 })} end, '{}',
      case when r2 < 0.7 then 'AUTO' when r2 < 0.95 then 'OFFICER' else 'COMMITTEE' end, chr(65 + (n % 5)), 400 + n % 500,
      case when n <= ${loans} then ${id('loan', 'n')} end, case when n % 50000 = 0 then made_at end, case when n % 50000 = 0 then 'payOut' end, made_at, made_at
    from (
      select n, r, r2, r3, ${PRODUCTS} as product,
        case when n > ${applications} - 20000 then ${drawn({ APPROVAL: 40, FACTS: 10, SUPPLEMENT: 20, OFFER: 20, CONSENT: 10 })}
             when n > ${loans} then 'CLOSED' when r2 < 0.62 then 'REPAYING' when r2 < 0.68 then 'OVERDUE' else 'CLOSED' end as stage,
        timestamptz '2026-06-15' - ((${applications} - n)::bigint * 1094 / ${applications}) * interval '1 day' as made_at
      from (select n, random() as r, random() as r2, random() as r3 from generate_series(1, ${applications}) n) drawn_once
    ) made`);
  await admin.query(`
    insert into tasks (id, key, kind, application_id, customer_id, level, required_role, deputy_role, priority, amount_minor, details, status, opened_at, due_at)
    select ${id('task', 'n')}, 'bench/' || n, case when n % 4 = 0 then 'call' else 'approval' end, ${id('app', `${applications} - n`)}, ${id('cus', `1 + n % ${people}`)},
      case when n % 4 = 0 then null else 'OFFICER' end, case when n % 4 = 0 then 'collector' else 'officer' end, 'senior_officer', 3, 500000 + n, '{}',
      case when n <= ${OPEN_TASKS * 2} then 'open' else 'done' end, now() - n * interval '1 minute', now() + (n % 4000 - 500) * interval '1 minute'
    from generate_series(1, ${OPEN_TASKS * 2 + Math.ceil(applications / 5)}) n`);
  await admin.query(`set session_replication_role = 'origin'`);
  await admin.query('vacuum (analyze)');
}

import { eq, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { Account } from '../../domain/account/account-of';
import { rateUnits } from '../../domain/account/rate';
import type { AccountTerms } from '../../domain/account/terms';
import { fromDay } from '../../domain/calendar/civil-day';
import { accrualStates, accruesEvenly } from '../../domain/ledger/accrual-state';
import type { Queryable, Tx } from '../client';
import { accrualSegments, journalEntries } from '../schema';

/** Keeps what a loan accrues from its booking on; returns until when that holds. */
export async function storeAccruals(
  tx: Tx,
  loanId: string,
  terms: AccountTerms,
  account: Account,
): Promise<string | null> {
  await tx.delete(accrualSegments).where(eq(accrualSegments.loanId, loanId));
  const rows = accrualStates(terms, account).flatMap((state) =>
    state.segments.map((segment) => ({
      loanId,
      kind: segment.kind,
      fromOn: fromDay(segment.from),
      untilOn: fromDay(segment.until),
      balanceMinor: segment.balanceMinor,
      rateUnits: segment.rateUnits,
      basisDays: segment.basisDays,
      sumBefore: segment.sumBefore.toString(),
      carriedMinor: segment.carriedMinor,
      capMinor: segment.capMinor,
      postedMinor: segment.postedMinor,
      baseMinor: state.baseMinor,
      vatUnits: rateUnits(terms.vat.interest),
      debitCode: state.debitCode,
      incomeCode: state.incomeCode,
      vatCode: state.vatCode,
    })),
  );
  if (rows.length > 0)
    await tx.insert(accrualSegments).values(rows.map((row, index) => ({ ...row, no: index + 1 })));
  return accruesEvenly(terms, account) ? fromDay(account.stableUntil) : null;
}

/** One stretch of the portfolio that is accrued together and gets one general-ledger entry a day. */
export interface AccrualScope {
  readonly on: string;
  readonly clockId: string | null;
  readonly currency: string;
  readonly productCode: string;
  readonly branch: string;
  /** Loans per transaction; the caller goes on until none are left. */
  readonly batch: number;
}

export interface AccrualBatch {
  readonly loans: number;
  readonly entryId: string | null;
}

/** The amount of a segment on a day, as domain/account/accrual-segment.ts has it: half-up on exact sums, up to the cap. */
const amountOn = (on: string) => sql`s.carried_minor + least(
  div(2 * (s.sum_before + s.balance_minor::numeric * s.rate_units * greatest(0, least(${on}::date, s.until_on) - s.from_on))
    + 1000000000000::numeric * s.basis_days, 2000000000000::numeric * s.basis_days)::bigint,
  coalesce(s.cap_minor, 9223372036854775807))`;

const vatOf = (amount: ReturnType<typeof sql>) =>
  sql`div(2 * (${amount})::numeric * vat_units + 1000000000000 + vat_units, 2 * (1000000000000::numeric + vat_units))::bigint`;

/** What a day adds to each loan, gross and tax; `ids` are loans that the transaction holds. */
function deltas(on: string, ids: readonly string[]) {
  return sql`
    select loan_id, kind, debit_code, income_code, vat_code, amount - posted as gross,
      case when vat_units = 0 then 0
        else ${vatOf(sql`base + amount`)} - ${vatOf(sql`base + posted`)} end as vat
    from (
      select s.loan_id, s.kind, s.debit_code, s.income_code, s.vat_code, s.vat_units, s.base_minor as base,
        sum(${amountOn(on)})::bigint as amount, sum(s.posted_minor)::bigint as posted
      from accrual_segments s
      where s.loan_id = any(${sql.param(ids)}::text[])
      group by s.loan_id, s.kind, s.debit_code, s.income_code, s.vat_code, s.vat_units, s.base_minor
    ) evaluated`;
}

async function dueLoans(tx: Tx, scope: AccrualScope): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from loans
    where product_code = ${scope.productCode} and branch = ${scope.branch} and currency = ${scope.currency}
      and clock_id is not distinct from ${scope.clockId}
      and booked_to < ${scope.on} and accrues_until >= ${scope.on}
    order by id limit ${scope.batch}
    for update skip locked`);
  return rows.map((row) => row.id);
}

/** The sub-ledger lines of a day, and above them one balanced entry for the product and branch. */
async function postDay(tx: Tx, scope: AccrualScope, ids: readonly string[]): Promise<string | null> {
  const { on, clockId, productCode, branch, currency } = scope;
  const { rows: some } = await tx.execute<{ any: boolean }>(
    sql`select exists (select 1 from (${deltas(on, ids)}) d where gross <> 0 or vat <> 0) as any`,
  );
  if (some[0]?.any !== true) return null;
  const entryId = newId('led');
  await tx.insert(journalEntries).values({
    id: entryId,
    idempotencyKey: `accrual/${clockId ?? 'live'}/${productCode}/${branch}/${on}/${ids[0]}`,
    loanId: null,
    kind: 'accrual',
    description: 'portfolio.accrual',
    productCode,
    branch,
    bookedOn: on,
    effectiveOn: on,
    currency,
    clockId,
  });
  await tx.execute(sql`
    insert into accrual_lines (entry_id, loan_id, account_code, amount_minor)
    select ${entryId}, loan_id, code, sum(amount)
    from (${deltas(on, ids)}) d
    cross join lateral (values (debit_code, gross), (income_code, vat - gross), (vat_code, -vat)) line (code, amount)
    group by loan_id, code having sum(amount) <> 0`);
  await tx.execute(sql`
    insert into postings (entry_id, line_no, account_code, amount_minor)
    select ${entryId}, row_number() over (order by account_code), account_code, total
    from (select account_code, sum(amount_minor)::bigint as total from accrual_lines
      where entry_id = ${entryId} group by account_code having sum(amount_minor) <> 0) totals`);
  await tx.execute(sql`
    insert into accrual_batches (entry_id, accrued_on, product_code, branch, loans, lines, lines_sha256, clock_id)
    select ${entryId}, ${on}, ${productCode}, ${branch}, count(distinct loan_id), count(*),
      encode(sha256(convert_to(string_agg(loan_id || ' ' || account_code || ' ' || amount_minor, ',' order by loan_id, account_code), 'UTF8')), 'hex'),
      ${clockId}
    from accrual_lines where entry_id = ${entryId}`);
  return entryId;
}

/** The read model of the accrued loans moves on by a day; only what accrues can have changed. */
async function advanceLoans(tx: Tx, scope: AccrualScope, ids: readonly string[]): Promise<void> {
  const { on } = scope;
  await tx.execute(sql`
    update loans l set
      booked_to = ${on},
      interest_accrued_minor = l.interest_accrued_minor + coalesce(d.interest, 0),
      penalty_minor = l.penalty_minor + coalesce(d.penalty, 0),
      compound_minor = l.compound_minor + coalesce(d.compound, 0),
      overdue_minor = case when l.oldest_unpaid_on is null then 0
        else l.overdue_minor + coalesce(d.penalty, 0) + coalesce(d.compound, 0) end,
      days_overdue = coalesce(${on}::date - l.oldest_unpaid_on, 0),
      max_days_overdue = greatest(l.max_days_overdue, coalesce(${on}::date - l.oldest_unpaid_on, 0)),
      bucket = case when l.bucket = 'M0' then 'M0' when ${on}::date - l.oldest_unpaid_on > 180 then 'M6+'
        else 'M' || ceil((${on}::date - l.oldest_unpaid_on) / 30.0)::int end,
      updated_at = now()
    from loans x
    left join (
      select loan_id,
        sum(gross) filter (where kind = 'interest') as interest,
        sum(gross) filter (where kind = 'penalty') as penalty,
        sum(gross) filter (where kind = 'compound') as compound
      from (${deltas(on, ids)}) each_kind group by loan_id
    ) d on d.loan_id = x.id
    where x.id = any(${sql.param(ids)}::text[]) and l.id = x.id`);
  await tx.execute(sql`
    update accrual_segments s set posted_minor = ${amountOn(on)} where s.loan_id = any(${sql.param(ids)}::text[])`);
}

/** Accrues one day for a batch of loans that change by accrual alone. Loans that somebody is booking are left for the next batch. */
export async function accrueDay(tx: Tx, scope: AccrualScope): Promise<AccrualBatch> {
  const ids = await dueLoans(tx, scope);
  if (ids.length === 0) return { loans: 0, entryId: null };
  const entryId = await postDay(tx, scope, ids);
  await advanceLoans(tx, scope, ids);
  return { loans: ids.length, entryId };
}

/** Loans that must be folded for a day, because a due date, the end of a grace or a class change lies in it. */
export async function loansToFold(
  db: Queryable,
  scope: {
    readonly on: string;
    readonly clockId: string | null;
    readonly after?: string;
    readonly limit: number;
  },
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from loans
    where clock_id is not distinct from ${scope.clockId} and booked_to < ${scope.on}
      and status in ('active', 'overdue') and (accrues_until is null or accrues_until < ${scope.on})
      and id > ${scope.after ?? ''}
    order by id limit ${scope.limit}`);
  return rows.map((row) => row.id);
}

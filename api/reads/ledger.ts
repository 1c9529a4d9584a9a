import { and, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { JournalEntry, LedgerProof, ListEntries } from '../../contracts/http/ledger';
import type { Queryable } from '../../db/client';
import { trialBalance } from '../../db/repositories/ledger-reports';
import { closeRuns } from '../../db/schema/close';
import { journalEntries, postings } from '../../db/schema/ledger';
import { loans } from '../../db/schema/loans';
import { chart, type LedgerRole } from '../../domain/ledger/chart';
import { clockFilter, onClock } from './clock-scope';

interface Books {
  on: string;
  today: string;
  clockId: string | null;
  currency: string;
}

const PRINCIPAL: readonly LedgerRole[] = ['principal.normal', 'principal.overdue', 'principal.non_accrual'];
/** Accounts of which every cent belongs to some loan. */
const OF_LOANS: readonly LedgerRole[] = [
  ...PRINCIPAL,
  'interest.accrued',
  'interest.due',
  'penalty.due',
  'compound.due',
  'fee.due',
  'suspense',
  'memo.interest',
];
const codesOf = (roles: readonly LedgerRole[]) => roles.map((role) => chart[role].code);

/** Whether debits equal credits, and each account what the loans beneath it come to. */
export async function ledgerProof(db: Queryable, books: Books): Promise<z.output<typeof LedgerProof>> {
  const { on, clockId, currency } = books;
  const balance = await trialBalance(db, { on, clockId, currency });
  const ledgerOf = (roles: readonly LedgerRole[]) =>
    balance.rows
      .filter(({ code }) => codesOf(roles).includes(code))
      .reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n);
  const beneath = await subLedger(db, books);
  const accounts = OF_LOANS.map((role) => {
    const { code, nameZh, nameEn } = chart[role];
    const ledger = ledgerOf([role]);
    const ofLoans = beneath.get(code) ?? 0n;
    return {
      code,
      names: { zh: nameZh, en: nameEn },
      ledgerMinor: ledger.toString(),
      loansMinor: ofLoans.toString(),
      differenceMinor: (ledger - ofLoans).toString(),
    };
  });
  const shown = on === books.today ? await shownBalances(db, books) : null;
  const balances =
    shown === null
      ? []
      : [
          {
            check: 'principal' as const,
            ledgerMinor: ledgerOf(PRINCIPAL).toString(),
            loansMinor: shown.principal,
          },
          {
            check: 'suspense' as const,
            ledgerMinor: (-ledgerOf(['suspense'])).toString(),
            loansMinor: shown.suspense,
          },
        ];
  return {
    ...{ asOf: on, clockId, currency },
    ok:
      balance.debitMinor === balance.creditMinor &&
      accounts.every(({ differenceMinor }) => differenceMinor === '0') &&
      balances.every(({ ledgerMinor, loansMinor }) => ledgerMinor === loansMinor),
    debitMinor: balance.debitMinor.toString(),
    creditMinor: balance.creditMinor.toString(),
    accounts,
    balances,
    lastClose: await lastClose(db, clockId),
  };
}

const inBooks = ({ on, clockId, currency }: Books): SQL | undefined =>
  and(
    onClock(journalEntries.clockId, clockId),
    lte(journalEntries.bookedOn, on),
    eq(journalEntries.currency, currency),
  );

async function subLedger(db: Queryable, books: Books): Promise<Map<string, bigint>> {
  const codes = codesOf(OF_LOANS);
  const own = db
    .select({
      code: postings.accountCode,
      amount: sql<string>`sum(${postings.amountMinor})::text`.as('amount'),
    })
    .from(journalEntries)
    .innerJoin(postings, eq(postings.entryId, journalEntries.id))
    .where(and(inBooks(books), inArray(postings.accountCode, codes), sql`${postings.loanId} is not null`))
    .groupBy(postings.accountCode);
  const { on, clockId, currency } = books;
  const shares = await db.execute<{ code: string; amount: string }>(sql`
    select side.code, sum(side.amount)::text as amount
    from (
      select batch.book_id, sum(a.interest_minor) as i, sum(a.penalty_minor) as p, sum(a.compound_minor) as c,
        sum(a.interest_vat_minor) as iv, sum(a.penalty_vat_minor) as pv, sum(a.compound_vat_minor) as cv
      from accrual_lines a join accrual_batches batch on batch.entry_id = a.entry_id
      where a.accrued_on <= ${on}::date and ${clockId === null ? sql`batch.clock_id is null` : sql`batch.clock_id = ${clockId}`}
      group by batch.book_id
    ) lines join accrual_books b on b.id = lines.book_id and b.currency = ${currency}
    cross join lateral (values (b.interest_code, i), (b.interest_income_code, iv - i), (b.penalty_code, p),
      (b.penalty_income_code, pv - p), (b.compound_code, c), (b.compound_income_code, cv - c),
      (b.vat_code, -iv - pv - cv)) side (code, amount)
    where side.code = any(${sql.param(codes)}::text[])
    group by side.code`);
  const sums = new Map<string, bigint>();
  for (const { code, amount } of [...(await own), ...shares.rows])
    sums.set(code, (sums.get(code) ?? 0n) + BigInt(amount));
  return sums;
}

async function shownBalances(db: Queryable, { clockId, currency }: Books) {
  const [row] = await db
    .select({
      principal: sql<string>`coalesce(sum(${loans.outstandingPrincipalMinor}) filter (where ${loans.status} in ('active', 'overdue')), 0)::text`,
      suspense: sql<string>`coalesce(sum(${loans.suspenseMinor}), 0)::text`,
    })
    .from(loans)
    .where(and(onClock(loans.clockId, clockId), eq(loans.currency, currency)));
  return row ?? { principal: '0', suspense: '0' };
}

async function lastClose(db: Queryable, clockId: string | null) {
  const [run] = await db
    .select({
      id: closeRuns.id,
      closedOn: closeRuns.closedOn,
      status: closeRuns.status,
      findings: sql<number>`(select count(*) from close_findings f where f.run_id = close_runs.id)::int`,
    })
    .from(closeRuns)
    .where(and(onClock(closeRuns.clockId, clockId), sql`${closeRuns.status} <> 'open'`))
    .orderBy(desc(closeRuns.closedOn))
    .limit(1);
  return run ?? null;
}

/** One row more than a page of entries, newest first. */
export async function listEntries(
  db: Queryable,
  query: z.output<typeof ListEntries>,
  after: string | undefined,
): Promise<z.output<typeof JournalEntry>[]> {
  const { from, to, account, clockId, currency, limit } = query;
  const codes = account?.split(',');
  const rows = await db
    .select()
    .from(journalEntries)
    .where(
      and(
        clockFilter(journalEntries.clockId, clockId),
        gte(journalEntries.bookedOn, from),
        lte(journalEntries.bookedOn, to),
        currency === undefined ? undefined : eq(journalEntries.currency, currency),
        after === undefined ? undefined : lt(journalEntries.id, after),
        codes === undefined
          ? undefined
          : sql`exists (select 1 from ${postings} where ${postings.entryId} = ${journalEntries.id} and ${inArray(postings.accountCode, codes)})`,
      ),
    )
    .orderBy(desc(journalEntries.id))
    .limit(limit + 1);
  const lines = await db
    .select()
    .from(postings)
    .where(
      inArray(
        postings.entryId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(postings.entryId, postings.lineNo);
  return rows.map(({ id, loanId, kind, bookedOn, effectiveOn, currency }) => ({
    ...{ id, loanId, kind, bookedOn, effectiveOn, currency },
    lines: lines
      .filter(({ entryId }) => entryId === id)
      .map(({ accountCode, amountMinor }) => ({ accountCode, amountMinor: amountMinor.toString() })),
  }));
}

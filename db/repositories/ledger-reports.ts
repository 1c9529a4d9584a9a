import { sql } from 'drizzle-orm';
import type { Queryable } from '../client';

export interface TrialBalanceRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  /** Debit positive, credit negative. */
  readonly balanceMinor: bigint;
}

export interface TrialBalance {
  readonly on: string;
  readonly currency: string;
  readonly rows: readonly TrialBalanceRow[];
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

interface Scope {
  readonly on: string;
  readonly clockId: string | null;
  readonly currency: string;
  /** By booking date (the books), or by effective date (what it was about); the books unless said. */
  readonly by?: 'booked' | 'effective';
}

interface SumRow extends Record<string, unknown> {
  code: string;
  name_zh: string;
  name_en: string;
  kind: string;
  debit: string;
  credit: string;
}

/** 科目余额表: turnover and balance of every account up to a date, for one clock and currency. */
export async function trialBalance(db: Queryable, scope: Scope): Promise<TrialBalance> {
  const date = scope.by === 'effective' ? sql`e.effective_on` : sql`e.booked_on`;
  const { rows } = await db.execute<SumRow>(sql`
    select a.code, a.name_zh, a.name_en, a.kind,
      coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::text as debit,
      coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::text as credit
    from journal_entries e
    join postings p on p.entry_id = e.id
    join gl_accounts a on a.code = p.account_code
    where ${date} <= ${scope.on} and e.currency = ${scope.currency}
      and e.clock_id is not distinct from ${scope.clockId}
    group by a.code, a.name_zh, a.name_en, a.kind
    order by a.code`);
  const lines = rows.map((row): TrialBalanceRow => {
    const debitMinor = BigInt(row.debit);
    const creditMinor = BigInt(row.credit);
    return {
      code: row.code,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      kind: row.kind,
      debitMinor,
      creditMinor,
      balanceMinor: debitMinor - creditMinor,
    };
  });
  const sum = (pick: (row: TrialBalanceRow) => bigint) => lines.reduce((total, row) => total + pick(row), 0n);
  return {
    on: scope.on,
    currency: scope.currency,
    rows: lines,
    debitMinor: sum((row) => row.debitMinor),
    creditMinor: sum((row) => row.creditMinor),
  };
}

export interface JournalLine {
  readonly entryId: string;
  readonly bookedOn: string;
  readonly effectiveOn: string;
  readonly kind: string;
  readonly description: string;
  readonly eventKey: string | null;
  readonly loanId: string | null;
  readonly lineNo: number;
  readonly accountCode: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

interface JournalRow extends Record<string, unknown> {
  id: string;
  booked_on: string;
  effective_on: string;
  kind: string;
  description: string;
  event_id: string | null;
  loan_id: string | null;
  line_no: number;
  account_code: string;
  currency: string;
  amount: string;
}

/** 日记账 of a stretch of booking dates, page by page: pass the last entry's id to go on. */
export async function journal(
  db: Queryable,
  scope: {
    readonly from: string;
    readonly to: string;
    readonly clockId: string | null;
    readonly loanId?: string;
    readonly after?: string;
    readonly entries: number;
  },
): Promise<JournalLine[]> {
  const { rows } = await db.execute<JournalRow>(sql`
    with page as (
      select e.* from journal_entries e
      where e.booked_on between ${scope.from} and ${scope.to}
        and e.clock_id is not distinct from ${scope.clockId}
        and (${scope.loanId ?? null}::text is null or e.loan_id = ${scope.loanId ?? null})
        and (${scope.after ?? null}::text is null or e.id > ${scope.after ?? null})
      order by e.id limit ${scope.entries}
    )
    select e.id, e.booked_on::text, e.effective_on::text, e.kind, e.description, e.event_id, e.loan_id,
      p.line_no, p.account_code, e.currency, p.amount_minor::text as amount
    from page e join postings p on p.entry_id = e.id
    order by e.id, p.line_no`);
  return rows.map((row) => ({
    entryId: row.id,
    bookedOn: row.booked_on,
    effectiveOn: row.effective_on,
    kind: row.kind,
    description: row.description,
    eventKey: row.event_id,
    loanId: row.loan_id,
    lineNo: row.line_no,
    accountCode: row.account_code,
    currency: row.currency,
    amountMinor: BigInt(row.amount),
  }));
}

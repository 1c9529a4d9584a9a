import type { z } from 'zod';
import type { Operation, OperationPreview } from '../../contracts/http/money-operations';
import type { LoanRow } from '../../db/repositories/loans';
import type { OperationRow } from '../../db/repositories/money-operations';
import type { Account } from '../../domain/account/account-of';
import type { Amounts } from '../../domain/account/item';
import { fromDay } from '../../domain/calendar/civil-day';
import { chart } from '../../domain/ledger/chart';
import type { DraftEntry } from '../../domain/ledger/entries';
import type { Preview } from '../../domain/ledger/preview';
import { instantOf } from './application';
import { balancesOf, bucketsOf } from './loan';

type Shown = z.input<typeof OperationPreview>;

/** How an account stands, as far as an operation may change it. */
function standingOf(account: Account): Shown['before'] {
  const { nextDue } = account;
  return {
    status: account.status,
    balances: balancesOf(account),
    daysOverdue: account.daysOverdue,
    nextDue:
      nextDue === null ? null : { on: fromDay(nextDue.on), amountMinor: nextDue.totalMinor.toString() },
    maturityOn: account.maturityOn === null ? null : fromDay(account.maturityOn),
    payoffMinor: account.payoff.totalMinor.toString(),
  };
}

const orNull = (amounts: Readonly<Amounts> | null) => (amounts === null ? null : bucketsOf(amounts));

function presentDraft({ kind, effectiveOn, lines }: DraftEntry): NonNullable<Shown['entries']>[number] {
  return {
    kind,
    effectiveOn: fromDay(effectiveOn),
    lines: lines.map(({ role, accountCode, amountMinor }) => ({
      accountCode,
      names: { zh: chart[role].nameZh, en: chart[role].nameEn },
      amountMinor: amountMinor.toString(),
    })),
  };
}

/** What an operation would do, for those who may see the books with its entries. */
export function presentPreview(
  loan: LoanRow,
  preview: Preview,
  seen: {
    readonly on: string;
    readonly effectiveOn: string;
    readonly needsSecondPerson: boolean;
    /** Entries for time that has passed; null for those who may not see the books. */
    readonly timeEntries: readonly DraftEntry[] | null;
  },
): Shown {
  return {
    loanId: loan.id,
    on: seen.on,
    effectiveOn: seen.effectiveOn,
    loanVersion: loan.version,
    needsSecondPerson: seen.needsSecondPerson,
    before: standingOf(preview.before),
    after: standingOf(preview.after),
    schedule: preview.schedule.map(({ dueOn, before, after }) => ({
      dueOn: fromDay(dueOn),
      before: orNull(before),
      after: orNull(after),
    })),
    entries: seen.timeEntries === null ? null : preview.entries.map(presentDraft),
    timeEntries: seen.timeEntries?.map(presentDraft) ?? null,
  };
}

/** An operation as callers see it. */
export function presentOperation(
  row: OperationRow & { readonly currency: string },
): z.input<typeof Operation> {
  const { id, loanId, kind, effectiveOn, status, refusal, reasonCodes, proposedBy, decidedBy, clockId } = row;
  const { kind: _, ...data } = row.operation as Record<string, unknown>;
  return {
    ...{ id, loanId, kind, data, effectiveOn, status, refusal, reasonCodes, proposedBy, decidedBy, clockId },
    stakeMinor: row.stakeMinor.toString(),
    currency: row.currency,
    needsSecondPerson: row.needsSecond,
    proposedAt: row.proposedAt.toISOString(),
    decidedAt: instantOf(row.decidedAt),
    appliedAt: instantOf(row.appliedAt),
  };
}

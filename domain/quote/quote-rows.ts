import type { Day } from '../calendar/civil-day';
import type { QuoteInput, QuoteRow } from './quote';
import { Replay } from './replay';
import type { RowAccount } from './settlement';

interface Asked {
  readonly from: Day;
  readonly dueOn: Day;
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly penaltyMinor: bigint;
}

function settledOn(account: RowAccount, outstandingMinor: bigint): Day | null {
  return outstandingMinor === 0n ? (account.receipts.at(-1)?.on ?? null) : null;
}

function rowOf(asked: Asked, account: RowAccount): Omit<QuoteRow, 'no' | 'balanceMinor'> {
  const totalMinor = asked.principalMinor + asked.interestMinor + asked.feeMinor + asked.penaltyMinor;
  const paidMinor = account.paidBy(() => true);
  const outstandingMinor = totalMinor - paidMinor;
  return {
    ...asked,
    days: asked.dueOn - asked.from,
    totalMinor,
    paidMinor,
    paidInAdvanceMinor: account.paidBy((on) => on < asked.dueOn),
    paidLateMinor: account.paidBy((on) => on > asked.dueOn),
    outstandingMinor,
    paidOn: settledOn(account, outstandingMinor),
  };
}

/** All rows of a replayed loan in order of their due dates, with running balance and what each has received. */
export function quoteRows(input: QuoteInput): { readonly rows: QuoteRow[]; readonly replay: Replay } {
  const replay = new Replay(input).run();
  const planned = replay.finalRows();
  const maturity = planned.at(-1)?.dueOn ?? input.terms.disbursedOn;
  let at = 0;
  const lines = replay.lines.map((line) => {
    const row = line.kind === 'regular' ? planned[at++] : undefined;
    const { dueOn } = line.account;
    const asked: Asked = {
      from: row?.from ?? (line.kind === 'after-maturity' ? maturity : dueOn),
      dueOn,
      principalMinor: row?.principalMinor ?? line.downPaymentMinor,
      interestMinor: row?.interestMinor ?? 0n,
      feeMinor: (row?.feeMinor ?? 0n) + line.charges.fee,
      penaltyMinor: line.charges.penalty,
    };
    return rowOf(asked, line.account);
  });
  lines.sort((a, b) => a.dueOn - b.dueOn);
  let repaid = 0n;
  const rows = lines.map((row, index) => {
    repaid += row.principalMinor;
    const lent = replay.payouts.reduce(
      (sum, { on, amountMinor }) =>
        on < row.dueOn || (on === row.dueOn && row.days === 0) ? sum + amountMinor : sum,
      0n,
    );
    return { ...row, no: index + 1, balanceMinor: lent - repaid };
  });
  return { rows, replay };
}

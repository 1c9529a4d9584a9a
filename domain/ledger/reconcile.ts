/** What moved on the lender's account, seen by either side. */
export type MoveKind = 'payout' | 'payout_return' | 'debit' | 'transfer' | 'transfer_bounce';

/** A line of the bank's statement. */
export interface BankLine {
  readonly lineNo: number;
  readonly side: 'credit' | 'debit';
  readonly kind: MoveKind | 'other';
  readonly bankRef: string;
  readonly orderNo: string | null;
  readonly amountMinor: bigint;
}

/** A move of money that our books know. Bounces and returns are known without the bank's date. */
export interface OwnMove {
  readonly ref: string;
  readonly kind: MoveKind;
  readonly side: 'credit' | 'debit';
  readonly bankRef: string | null;
  readonly orderNo: string | null;
  readonly amountMinor: bigint;
  readonly valueOn: string | null;
}

/** How a pair was found, surest first. Equal amounts alone never match, they are proposed to a person. */
export type MatchRule = 'order-number' | 'bank-reference';

export type Difference =
  /** The bank moved money that our books do not know. */
  | { readonly kind: 'unknown-to-us'; readonly line: BankLine; readonly proposal: string | null }
  /** Our books hold a move of this day that the bank does not show. */
  | { readonly kind: 'missing-at-bank'; readonly move: OwnMove }
  | { readonly kind: 'amount-differs'; readonly line: BankLine; readonly move: OwnMove }
  /** The bank shows a move that another line has shown already. */
  | { readonly kind: 'shown-twice'; readonly line: BankLine; readonly move: OwnMove }
  /** Opening, lines and closing, or the count of lines, do not agree with each other. */
  | { readonly kind: 'statement-unsound'; readonly expectedMinor: bigint; readonly shownMinor: bigint }
  /** The statement does not begin where the one before it ended. */
  | { readonly kind: 'opening-differs'; readonly expectedMinor: bigint; readonly shownMinor: bigint };

export interface Statement {
  readonly statementOn: string;
  readonly openingMinor: bigint;
  readonly closingMinor: bigint;
  readonly lineCount: number;
  readonly lines: readonly BankLine[];
}

export interface Reconciliation {
  readonly matched: readonly { readonly lineNo: number; readonly ref: string; readonly rule: MatchRule }[];
  readonly differences: readonly Difference[];
}

function ruleFor(line: BankLine, move: OwnMove): MatchRule | null {
  if (line.side !== move.side || (line.kind !== 'other' && line.kind !== move.kind)) return null;
  if (line.orderNo !== null && line.orderNo === move.orderNo) return 'order-number';
  return line.bankRef === move.bankRef ? 'bank-reference' : null;
}

function proofOf(statement: Statement, formerClosingMinor: bigint | null): Difference[] {
  const differences: Difference[] = [];
  const moved = statement.lines.reduce(
    (sum, line) => (line.side === 'credit' ? sum + line.amountMinor : sum - line.amountMinor),
    0n,
  );
  const expectedMinor = statement.openingMinor + moved;
  if (expectedMinor !== statement.closingMinor || statement.lineCount !== statement.lines.length)
    differences.push({ kind: 'statement-unsound', expectedMinor, shownMinor: statement.closingMinor });
  if (formerClosingMinor !== null && formerClosingMinor !== statement.openingMinor)
    differences.push({
      kind: 'opening-differs',
      expectedMinor: formerClosingMinor,
      shownMinor: statement.openingMinor,
    });
  return differences;
}

/** An unmatched move of the same side and amount, if there is exactly one; only ever a proposal. */
function proposalFor(line: BankLine, open: readonly OwnMove[]): string | null {
  const alike = open.filter((move) => move.side === line.side && move.amountMinor === line.amountMinor);
  return alike.length === 1 ? (alike[0]?.ref ?? null) : null;
}

/** 对账: sets a day's statement against our moves. Every line and every move of the day ends up matched or as a difference. */
export function reconcile(
  statement: Statement,
  moves: readonly OwnMove[],
  formerClosingMinor: bigint | null = null,
): Reconciliation {
  const differences = proofOf(statement, formerClosingMinor);
  const matched: { lineNo: number; ref: string; rule: MatchRule }[] = [];
  const taken = new Set<string>();
  const strangers: BankLine[] = [];
  for (const line of statement.lines) {
    const known = moves.find((move) => ruleFor(line, move) !== null);
    const rule = known === undefined ? null : ruleFor(line, known);
    if (known === undefined || rule === null) strangers.push(line);
    else if (taken.has(known.ref)) differences.push({ kind: 'shown-twice', line, move: known });
    else {
      taken.add(known.ref);
      if (line.amountMinor === known.amountMinor) matched.push({ lineNo: line.lineNo, ref: known.ref, rule });
      else differences.push({ kind: 'amount-differs', line, move: known });
    }
  }
  const open = moves.filter((move) => !taken.has(move.ref) && move.valueOn === statement.statementOn);
  for (const line of strangers)
    differences.push({ kind: 'unknown-to-us', line, proposal: proposalFor(line, open) });
  for (const move of open) differences.push({ kind: 'missing-at-bank', move });
  return { matched, differences };
}

import type { Account } from '../account/account-of';
import type { LoanEvent, LoanEventType } from '../account/events';
import type { AccountTerms } from '../account/terms';
import type { Day } from '../calendar/civil-day';
import { accountCode, chart, type LedgerRole } from './chart';
import { type EntryKind, entryKinds, type TargetLine, targetLines } from './targets';

/** One line of an entry to be posted: debit positive, credit negative. */
export interface DraftLine {
  readonly role: LedgerRole;
  readonly accountCode: string;
  readonly amountMinor: bigint;
}

/** An entry to be posted; its lines sum to zero, and memo accounts never stand beside others. */
export interface DraftEntry {
  readonly kind: EntryKind | LoanEventType;
  readonly eventKey: string | null;
  readonly effectiveOn: Day;
  readonly lines: readonly DraftLine[];
}

type RoleDeltas = Map<LedgerRole, bigint>;

function addTo(deltas: RoleDeltas, line: TargetLine, sign: bigint): void {
  deltas.set(line.role, (deltas.get(line.role) ?? 0n) + sign * line.amountMinor);
}

/** What the lines of two states differ by, cause by cause. */
function deltasByKind(
  before: readonly TargetLine[],
  after: readonly TargetLine[],
): Map<EntryKind, RoleDeltas> {
  const kinds = new Map<EntryKind, RoleDeltas>();
  const collect = (line: TargetLine, sign: bigint) => {
    const deltas = kinds.get(line.kind) ?? new Map<LedgerRole, bigint>();
    addTo(deltas, line, sign);
    kinds.set(line.kind, deltas);
  };
  for (const line of before) collect(line, -1n);
  for (const line of after) collect(line, 1n);
  return kinds;
}

function linesOf(terms: AccountTerms, deltas: RoleDeltas): DraftLine[] {
  const byCode = new Map<string, DraftLine>();
  for (const [role, amountMinor] of deltas) {
    const code = accountCode(terms.ledger, role);
    const known = byCode.get(code);
    byCode.set(code, { role, accountCode: code, amountMinor: amountMinor + (known?.amountMinor ?? 0n) });
  }
  const lines = [...byCode.values()].filter((line) => line.amountMinor !== 0n);
  const side = (line: DraftLine) => (line.amountMinor > 0n ? 0 : 1);
  return lines.sort((a, b) => side(a) - side(b) || (a.accountCode < b.accountCode ? -1 : 1));
}

/** Entries for time that passed without an event: accrual, falling due, penalty, change of standing … one entry for each. */
export function entriesForTime(
  terms: AccountTerms,
  before: Account | null,
  after: Account,
  on: Day,
): DraftEntry[] {
  const kinds = deltasByKind(before === null ? [] : targetLines(terms, before), targetLines(terms, after));
  const entries: DraftEntry[] = [];
  for (const kind of entryKinds) {
    const lines = linesOf(terms, kinds.get(kind) ?? new Map());
    if (lines.length > 0) entries.push({ kind, eventKey: null, effectiveOn: on, lines });
  }
  return entries;
}

/** Entries for one event: what it moved, netted by account, in one entry; off-balance memo lines in one of their own. */
export function entriesForEvent(
  terms: AccountTerms,
  before: Account,
  after: Account,
  event: LoanEvent,
): DraftEntry[] {
  const balance: RoleDeltas = new Map();
  const memo: RoleDeltas = new Map();
  const collect = (line: TargetLine, sign: bigint) =>
    addTo(chart[line.role].kind === 'memo' ? memo : balance, line, sign);
  for (const line of targetLines(terms, before)) collect(line, -1n);
  for (const line of targetLines(terms, after)) collect(line, 1n);
  const common = { eventKey: event.key, effectiveOn: event.effectiveOn };
  const entries: DraftEntry[] = [];
  const onBalance = linesOf(terms, balance);
  if (onBalance.length > 0) entries.push({ kind: event.body.type, ...common, lines: onBalance });
  const offBalance = linesOf(terms, memo);
  if (offBalance.length > 0) entries.push({ kind: 'memo', ...common, lines: offBalance });
  return entries;
}

import fc from 'fast-check';
import { type Account, accountOf } from '../../../domain/account/account-of';
import type { LoanEvent } from '../../../domain/account/events';
import type { AccountTerms } from '../../../domain/account/terms';
import { chart, type LedgerRole } from '../../../domain/ledger/chart';
import { type DraftEntry, entriesForEvent, entriesForTime } from '../../../domain/ledger/entries';
import { targetBalances, targetLines } from '../../../domain/ledger/targets';
import { anyStream, start } from '../account/arbitrary';

const runs = { numRuns: Number(process.env.FOLD_RUNS ?? 60) };

/** Books a stream as bookTo does: one booking per event on its booking date, one more on each extra day. */
function bookAll(
  terms: AccountTerms,
  events: readonly LoanEvent[],
  extraDays: readonly number[],
  each: (ledger: ReadonlyMap<LedgerRole, bigint>, account: Account, entries: readonly DraftEntry[]) => void,
): void {
  const ledger = new Map<LedgerRole, bigint>();
  const post = (entries: readonly DraftEntry[]) => {
    for (const { lines } of entries)
      for (const { role, amountMinor } of lines) ledger.set(role, (ledger.get(role) ?? 0n) + amountMinor);
  };
  const days = [
    ...new Set([...events.map((event) => event.bookedOn), ...extraDays.map((day) => start + day)]),
  ].sort((a, b) => a - b);
  const known: LoanEvent[] = [];
  let before: Account | null = null;
  for (const day of days) {
    let account: Account = accountOf(terms, known, { asOf: day, knownOn: day });
    const passing = entriesForTime(terms, before, account, day);
    post(passing);
    each(ledger, account, passing);
    for (const event of events.filter(({ bookedOn }) => bookedOn === day)) {
      known.push(event);
      const after = accountOf(terms, known, { asOf: day, knownOn: day });
      const entries = entriesForEvent(terms, account, after, event);
      post(entries);
      account = after;
      each(ledger, account, entries);
    }
    before = account;
  }
}

const nonZero = (balances: ReadonlyMap<LedgerRole, bigint>) =>
  new Map([...balances].filter(([, minor]) => minor !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)));

describe('the entries of any loan', () => {
  it('hold in the ledger what the account asks for, after each booking', () => {
    fc.assert(
      fc.property(
        anyStream,
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 6 }),
        ({ terms, events }, days) => {
          bookAll(terms, events, days, (ledger, account) => {
            expect(nonZero(ledger)).toEqual(nonZero(targetBalances(terms, account)));
          });
        },
      ),
      runs,
    );
  });

  it('balance one by one, and keep memo accounts to themselves', () => {
    fc.assert(
      fc.property(anyStream, ({ terms, events }) => {
        bookAll(terms, events, [], (_, __, entries) => {
          for (const entry of entries) {
            expect(entry.lines.length).toBeGreaterThanOrEqual(2);
            expect(entry.lines.reduce((sum, line) => sum + line.amountMinor, 0n)).toBe(0n);
            const memo = entry.lines.filter((line) => chart[line.role].kind === 'memo').length;
            expect(memo === 0 || memo === entry.lines.length).toBe(true);
          }
        });
      }),
      runs,
    );
  });

  it('show on the balance sheet what the account shows', () => {
    fc.assert(
      fc.property(anyStream, fc.integer({ min: 0, max: 900 }), ({ terms, events }, days) => {
        const day = start + days;
        const account = accountOf(terms, events, { asOf: day, knownOn: day });
        const held = targetBalances(terms, account);
        const of = (role: LedgerRole) => held.get(role) ?? 0n;
        const { balances, totals } = account;
        expect(of('principal.normal') + of('principal.overdue') + of('principal.non_accrual')).toBe(
          balances.principalMinor,
        );
        const onSheet = account.nonAccrualSince === null ? 1n : 0n;
        expect(of('interest.accrued')).toBe(balances.interestAccruedMinor * onSheet);
        expect(of('interest.due')).toBe(balances.interestDueMinor * onSheet);
        expect(of('penalty.due')).toBe(balances.penaltyMinor * onSheet);
        expect(of('compound.due')).toBe(balances.compoundMinor * onSheet);
        expect(of('fee.due')).toBe(balances.feeMinor);
        expect(of('suspense')).toBe(-balances.suspenseMinor);
        expect(of('memo.written_off_principal')).toBe(totals.claims.principal);
        expect(of('clearing')).toBe(
          totals.receivedMinor + totals.transferPriceMinor - totals.disbursedMinor - totals.refundedMinor,
        );
        for (const role of ['principal.normal', 'principal.overdue', 'principal.non_accrual'] as const)
          expect(of(role) >= 0n).toBe(true);
      }),
      runs,
    );
  });

  it('sum to zero cause by cause', () => {
    fc.assert(
      fc.property(anyStream, fc.integer({ min: 0, max: 900 }), ({ terms, events }, days) => {
        const day = start + days;
        const sums = new Map<string, bigint>();
        for (const { kind, amountMinor } of targetLines(
          terms,
          accountOf(terms, events, { asOf: day, knownOn: day }),
        ))
          sums.set(kind, (sums.get(kind) ?? 0n) + amountMinor);
        for (const sum of sums.values()) expect(sum).toBe(0n);
      }),
      runs,
    );
  });
});

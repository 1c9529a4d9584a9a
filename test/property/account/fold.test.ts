import fc from 'fast-check';
import { type Account, accountOf, viewOf } from '../../../domain/account/account-of';
import { accruedAt } from '../../../domain/account/accrual-segment';
import type { LoanEvent } from '../../../domain/account/events';
import { closeDay, foldEvents } from '../../../domain/account/fold';
import { items, sumOf } from '../../../domain/account/item';
import { openAccount } from '../../../domain/account/state';
import type { AccountTerms } from '../../../domain/account/terms';
import { timelineOf } from '../../../domain/account/timeline';
import type { Day } from '../../../domain/calendar/civil-day';
import { anyStream, start } from './arbitrary';

const runs = { numRuns: Number(process.env.FOLD_RUNS ?? 150) };

function at(terms: AccountTerms, events: readonly LoanEvent[], day: Day): Account {
  return accountOf(terms, events, { asOf: day, knownOn: day });
}

const plain = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part), 1);

function principalPaidOut(events: readonly LoanEvent[], day: Day): bigint {
  return timelineOf(events, { asOf: day, knownOn: day }).reduce(
    (sum, { body }) => (body.type === 'disbursed' ? sum + body.amountMinor : sum),
    0n,
  );
}

describe('the account of any product under any events', () => {
  it('keeps principal parts equal to what was paid out and capitalised', () => {
    fc.assert(
      fc.property(anyStream, fc.integer({ min: 0, max: 900 }), ({ terms, events }, days) => {
        const day = start + days;
        const account = at(terms, events, day);
        const parts = account.rows.reduce((sum, row) => sum + row.charged.principal, 0n);
        const capitalised = sumOf(account.totals.relief.capitalised.all);
        expect(parts).toBe(principalPaidOut(events, day) + capitalised);
        expect(account.totals.charged.principal).toBe(parts);
      }),
      runs,
    );
  });

  it('never shows a negative bucket', () => {
    fc.assert(
      fc.property(anyStream, fc.integer({ min: 0, max: 900 }), ({ terms, events }, days) => {
        const account = at(terms, events, start + days);
        for (const [name, minor] of Object.entries(account.balances))
          expect(minor < 0n ? `${name} ${minor}` : 'fine').toBe('fine');
        for (const row of account.rows)
          for (const item of items) {
            expect(row.open[item] >= 0n && row.charged[item] >= 0n && row.paid[item] >= 0n).toBe(true);
            expect(row.charged[item] - row.paid[item] - row.relieved[item]).toBe(row.open[item]);
          }
        for (const item of items) {
          expect(account.totals.claims[item] >= 0n).toBe(true);
          expect(account.totals.relief.waived.off[item] <= account.totals.relief.waived.all[item]).toBe(true);
        }
      }),
      runs,
    );
  });

  it('does not depend on the order of booking, only on effective dates', () => {
    fc.assert(
      fc.property(
        anyStream.chain((stream) =>
          fc.tuple(
            fc.constant(stream),
            fc.shuffledSubarray(stream.events, { minLength: stream.events.length }),
          ),
        ),
        ([{ terms, events, until }, shuffled]) => {
          const rebooked = shuffled.map((event) => ({ ...event, bookedOn: until }));
          expect(plain(accountOf(terms, rebooked, { asOf: until, knownOn: until }))).toBe(
            plain(accountOf(terms, events, { asOf: until, knownOn: until })),
          );
        },
      ),
      runs,
    );
  });

  it('gives the same from a snapshot and the rest as from the beginning', () => {
    fc.assert(
      fc.property(anyStream, fc.integer({ min: 0, max: 14 }), ({ terms, events, until }, cut) => {
        const timeline = timelineOf(events, { asOf: until, knownOn: until });
        const snapshot = structuredClone(foldEvents(openAccount(terms), timeline.slice(0, cut)));
        const resumed = viewOf(closeDay(foldEvents(snapshot, timeline.slice(cut)), until), until);
        const whole = accountOf(terms, events, { asOf: until, knownOn: until });
        expect(plain(resumed)).toEqual(plain(whole));
      }),
      runs,
    );
  });

  it('does not depend on days on which somebody looked', () => {
    fc.assert(
      fc.property(anyStream, fc.integer({ min: 0, max: 900 }), ({ terms, events, until }, days) => {
        const day = start + days;
        const timeline = timelineOf(events, { asOf: until, knownOn: until });
        const state = openAccount(terms);
        foldEvents(
          state,
          timeline.filter((event) => event.effectiveOn <= day),
        );
        viewOf(closeDay(state, day), day);
        foldEvents(
          state,
          timeline.filter((event) => event.effectiveOn > day),
        );
        expect(plain(viewOf(closeDay(state, until), until))).toEqual(
          plain(accountOf(terms, events, { asOf: until, knownOn: until })),
        );
      }),
      runs,
    );
  });

  it('returns to the former state when an event is undone', () => {
    fc.assert(
      fc.property(anyStream, fc.nat(), ({ terms, events, until }, pick) => {
        const usable = events.filter(({ body }) => body.type !== 'reversed');
        const victim = usable[pick % usable.length];
        if (victim === undefined) return;
        const without = events.filter((event) => event.key !== victim.key);
        const undo: LoanEvent = {
          key: 'undo',
          effectiveOn: until,
          bookedOn: until,
          body: { type: 'reversed', eventKey: victim.key, reason: 'x' },
        };
        expect(plain(accountOf(terms, [...events, undo], { asOf: until, knownOn: until }))).toEqual(
          plain(accountOf(terms, without, { asOf: until, knownOn: until })),
        );
      }),
      runs,
    );
  });

  it('allocates what is paid, or holds it', () => {
    fc.assert(
      fc.property(anyStream, fc.integer({ min: 0, max: 900 }), ({ terms, events }, days) => {
        const account = at(terms, events, start + days);
        const { totals, balances } = account;
        const spent = sumOf(totals.paid) + sumOf(totals.recovered);
        const returned = totals.refundedMinor - totals.refundShortMinor;
        expect(totals.receivedMinor).toBe(spent + balances.suspenseMinor + returned);
        const allocated = account.allocations.reduce((sum, { amounts }) => sum + sumOf(amounts), 0n);
        expect(allocated).toBe(sumOf(totals.paid));
        const rows = account.rows.reduce((sum, row) => sum + sumOf(row.paid), 0n);
        expect(rows).toBe(allocated);
      }),
      runs,
    );
  });

  it('charges each item once: it is paid, relieved or owed', () => {
    fc.assert(
      fc.property(anyStream, fc.integer({ min: 0, max: 900 }), ({ terms, events }, days) => {
        const { totals, balances } = at(terms, events, start + days);
        const owed = {
          fee: balances.feeMinor,
          penalty: balances.penaltyMinor,
          compound: balances.compoundMinor,
          interest: balances.interestDueMinor + balances.interestAccruedMinor,
          principal: balances.principalMinor,
        };
        for (const item of items) {
          const relieved = Object.values(totals.relief).reduce((sum, relief) => sum + relief.all[item], 0n);
          expect(totals.charged[item]).toBe(totals.paid[item] + relieved + owed[item]);
        }
      }),
      runs,
    );
  });

  it('accrues day by day what its segments say, until something happens', () => {
    fc.assert(
      fc.property(
        anyStream,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 40 }),
        ({ terms, events, until }, days, ahead) => {
          const knownOn = until;
          const day = start + days;
          const account = accountOf(terms, events, { asOf: day, knownOn });
          const next = events
            .filter((event) => event.effectiveOn > day)
            .map((event) => event.effectiveOn - 1);
          const then = Math.min(day + ahead, account.stableUntil, ...next);
          if (then < day) return;
          const later = accountOf(terms, events, { asOf: then, knownOn });
          const told = account.accruals.filter((segment) => segment.kind === 'interest');
          if (told.length === 1 && told[0] !== undefined)
            expect(accruedAt(told[0], then, 'half-up')).toBe(later.balances.interestAccruedMinor);
          const penalty = (of: Account, on: Day) =>
            of.accruals
              .filter((segment) => segment.kind === 'penalty')
              .reduce((sum, segment) => sum + accruedAt(segment, on, 'half-up'), 0n);
          expect(penalty(account, then)).toBe(penalty(later, then));
        },
      ),
      runs,
    );
  });
});

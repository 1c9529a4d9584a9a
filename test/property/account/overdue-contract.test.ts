import fc from 'fast-check';
import { type Account, accountOf } from '../../../domain/account/account-of';
import type { LoanEvent } from '../../../domain/account/events';
import type { AccountTerms } from '../../../domain/account/terms';
import { timelineOf } from '../../../domain/account/timeline';
import type { Day } from '../../../domain/calendar/civil-day';
import { type Decimal, toScale } from '../../../domain/money/decimal';
import { anyStream, start } from './arbitrary';

const runs = { numRuns: 2 * Number(process.env.FOLD_RUNS ?? 150) };

/** Any product, changed so that overdue principal goes on bearing contract interest, and so that days count alike for all of it. */
function bearing(terms: AccountTerms): AccountTerms {
  return {
    ...terms,
    // A grace makes days on which nothing is earned; they have tests of their own.
    schedule: { ...terms.schedule, dayCount: 'actual/360', grace: undefined },
    recalculation: 'daily',
    overdue: { ...terms.overdue, principalBears: 'contract-and-uplift', graceDays: 0, dayBasis: 360 },
  };
}

/** The contract rate that the events make of the terms' by a day. */
function rateOn(
  terms: AccountTerms,
  events: readonly LoanEvent[],
  times: { readonly asOf: Day; readonly knownOn: Day },
): Decimal {
  let rate = terms.schedule.annualRate;
  for (const { body } of timelineOf(events, times)) {
    if (body.type === 'rate_changed') rate = body.annualRate;
    if (body.type === 'restructured') rate = body.annualRate ?? rate;
  }
  return rate;
}

const grown = ({ balances }: Account) =>
  balances.interestDueMinor + balances.interestAccruedMinor + balances.penaltyMinor;

describe('overdue principal that goes on bearing contract interest, under any events', () => {
  it('bears the contract rate and the uplift on each day, before the last period is over and after it', () => {
    let afterTheLast = 0;
    fc.assert(
      fc.property(
        anyStream,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 60 }),
        ({ terms: any, events: all }, days, ahead) => {
          const terms = bearing(any);
          const events = all.filter(
            ({ body }) => body.type !== 'interest_paused' && body.type !== 'deferred',
          );
          const day = start + days;
          const knownOn = start + 900;
          const account = accountOf(terms, events, { asOf: day, knownOn });
          const next = events.map(({ effectiveOn }) => effectiveOn).filter((on) => on > day);
          const until = Math.min(day + ahead, account.stableUntil, ...next.map((on) => on - 1));
          if (until <= day || account.balances.principalMinor === 0n) return;
          const later = accountOf(terms, events, { asOf: until, knownOn });
          const fallen = account.rows.filter(
            (row) => row.standing !== 'running' && row.standing !== 'planned',
          );
          const overdue = fallen.reduce((sum, row) => sum + row.open.principal, 0n);
          if (overdue > 0n && account.nextDue === null) afterTheLast += 1;
          // In 10⁻¹² of a cent and days of 360: all principal at the contract rate, what is overdue at half of it more.
          const rate = toScale(rateOn(terms, events, { asOf: day, knownOn }), 12, 'half-up').units;
          const wanted = (account.balances.principalMinor * 2n + overdue) * rate * BigInt(until - day);
          const got = (grown(later) - grown(account)) * 720n * 10n ** 12n;
          // Interest and each row's penalty are rounded by themselves, at both ends.
          const slack = BigInt(fallen.length + 1) * 720n * 10n ** 12n;
          expect(got - wanted <= slack && wanted - got <= slack).toBe(true);
        },
      ),
      runs,
    );
    expect(afterTheLast).toBeGreaterThan(10);
  });
});

import type { Day } from '../calendar/civil-day';
import { type Account, accountOf } from './account-of';
import type { LoanEvent, LoanEventBody } from './events';
import type { AccountTerms } from './terms';

/** One line of a statement (对账单): what was added to the debt, what was paid off it, and what is owed after it. */
export interface Movement {
  readonly on: Day;
  /** What happened, or `accrued` for interest and penalty that ran since the line before. */
  readonly what: LoanEventBody['type'] | 'accrued';
  readonly chargedMinor: bigint;
  readonly paidMinor: bigint;
  readonly owedMinor: bigint;
}

/** The lines between two booking dates, and the account before and after them. */
export interface Movements {
  readonly openingMinor: bigint;
  readonly lines: readonly Movement[];
  readonly closingMinor: bigint;
  readonly closing: Account;
}

/** All that the borrower owes, interest of the running period included, less what waits to be used. */
export function owedOf({ balances }: Account): bigint {
  const { principalMinor, interestDueMinor, interestAccruedMinor, penaltyMinor, compoundMinor } = balances;
  const owed = principalMinor + interestDueMinor + interestAccruedMinor + penaltyMinor + compoundMinor;
  return owed + balances.feeMinor - balances.suspenseMinor;
}

/**
 * A statement by the books, events in booking order: each line is the difference that its event made on the day it was
 * booked, and interest is what the debt grew by between two of them. So opening, charges and payments always give closing.
 */
export function movementsOf(
  terms: AccountTerms,
  events: readonly LoanEvent[],
  { from, to }: { readonly from: Day; readonly to: Day },
): Movements {
  const at = (known: readonly LoanEvent[], day: Day) => accountOf(terms, known, { asOf: day, knownOn: day });
  const before = events.filter(({ bookedOn }) => bookedOn < from);
  const openingMinor = owedOf(at(before, from - 1));
  const lines: Movement[] = [];
  const known = [...before];
  let owedMinor = openingMinor;
  const accrueTo = (on: Day): Account => {
    const account = at(known, on);
    const grownMinor = owedOf(account) - owedMinor;
    owedMinor += grownMinor;
    if (grownMinor !== 0n) lines.push({ on, what: 'accrued', ...sidesOf(grownMinor, 0n), owedMinor });
    return account;
  };
  let day: Day | undefined;
  for (const event of events) {
    const { bookedOn: on, body } = event;
    if (on < from || on > to) continue;
    if (on !== day) accrueTo(on);
    day = on;
    known.push(event);
    const afterMinor = owedOf(at(known, on));
    const sides = sidesOf(afterMinor - owedMinor, receivedBy(body));
    owedMinor = afterMinor;
    lines.push({ on, what: body.type, ...sides, owedMinor });
  }
  const closing = accrueTo(to);
  return { openingMinor, lines, closingMinor: owedMinor, closing };
}

/** Money that came in with an event stands on its own; the rest of the difference is a charge, or relief of one. */
function sidesOf(changeMinor: bigint, receivedMinor: bigint): Pick<Movement, 'chargedMinor' | 'paidMinor'> {
  const rest = changeMinor + receivedMinor;
  if (receivedMinor > 0n || rest >= 0n) return { chargedMinor: rest, paidMinor: receivedMinor };
  return { chargedMinor: 0n, paidMinor: -rest };
}

function receivedBy(body: LoanEventBody): bigint {
  switch (body.type) {
    case 'repaid':
    case 'prepaid':
    case 'recovered':
    case 'collateral_realised':
      return body.amountMinor;
    default:
      return 0n;
  }
}

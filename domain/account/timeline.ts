import type { Day } from '../calendar/civil-day';
import type { LoanEvent, LoanEventType } from './events';

/** Order of events on one day: money out, then what changes terms, charges, money in, and what ends the loan. */
const rank: Readonly<Record<LoanEventType, number>> = {
  disbursed: 0,
  rate_changed: 1,
  interest_paused: 2,
  fee_charged: 3,
  repaid: 4,
  collateral_realised: 5,
  waived: 6,
  prepaid: 7,
  limit_ended: 8,
  deferred: 9,
  extended: 10,
  reamortised: 11,
  restructured: 12,
  accelerated: 13,
  written_off: 14,
  recovered: 15,
  transferred: 16,
  refunded: 17,
  reversed: 18,
};

/** Keys of events that did not happen: undone by a reversal which is not itself undone. Later bookings speak last. */
function undoneKeys(reversals: LoanEvent[]): Set<string> {
  const undone = new Set<string>();
  reversals.sort((a, b) => b.bookedOn - a.bookedOn || compareKeys(b.key, a.key));
  for (const { key, body } of reversals) {
    if (body.type === 'reversed' && !undone.has(key)) undone.add(body.eventKey);
  }
  return undone;
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inOrder(a: LoanEvent, b: LoanEvent): number {
  return a.effectiveOn - b.effectiveOn || rank[a.body.type] - rank[b.body.type] || compareKeys(a.key, b.key);
}

/** What happened until `asOf` as far as it was known on `knownOn`, in the order in which it counts: booking order plays no part. */
export function timelineOf(
  events: readonly LoanEvent[],
  times: { readonly asOf: Day; readonly knownOn: Day },
): LoanEvent[] {
  const { asOf, knownOn } = times;
  const seen = new Set<string>();
  const happened: LoanEvent[] = [];
  const reversals: LoanEvent[] = [];
  for (const event of events) {
    if (event.bookedOn > knownOn || seen.has(event.key)) continue;
    seen.add(event.key);
    if (event.body.type === 'reversed') reversals.push(event);
    else if (event.effectiveOn <= asOf) happened.push(event);
  }
  if (reversals.length === 0) return happened.sort(inOrder);
  const undone = undoneKeys(reversals);
  return happened.filter(({ key }) => !undone.has(key)).sort(inOrder);
}

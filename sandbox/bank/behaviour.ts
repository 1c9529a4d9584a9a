import type { PaymentFailureCode } from '../../contracts/sources/payment-order';
import type { CardScenario } from '../card-magic';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The course the bank gives to an order: what it answers, the states that follow, and what it calls back. */
export type Behaviour = {
  /** `hang` and `error` book the order and do not say so; `lost` forgets it. */
  readonly reply: 'answer' | 'hang' | 'error' | 'lost';
  readonly steps: readonly {
    readonly afterMs: number;
    readonly status: 'processing' | 'confirmed' | 'failed' | 'returned';
    readonly code?: PaymentFailureCode;
  }[];
  readonly notices: readonly {
    readonly afterMs: number;
    readonly step: number;
    readonly signature: 'good' | 'bad';
  }[];
};

const atOnce: Behaviour = { reply: 'answer', steps: [{ afterMs: 0, status: 'confirmed' }], notices: [] };
const refused = (code: PaymentFailureCode): Behaviour => ({
  reply: 'answer',
  steps: [{ afterMs: 0, status: 'failed', code }],
  notices: [],
});
const later = (status: 'confirmed' | 'failed', code?: PaymentFailureCode): Behaviour => ({
  reply: 'answer',
  steps: [
    { afterMs: 0, status: 'processing' },
    { afterMs: MINUTE, status, ...(code && { code }) },
  ],
  notices: [{ afterMs: MINUTE, step: 1, signature: 'good' }],
});

function oddCallbacks(scenario: CardScenario | undefined): Behaviour['notices'] | undefined {
  switch (scenario) {
    case 'callback_late':
      return [{ afterMs: 2 * DAY, step: 1, signature: 'good' }];
    case 'callback_duplicate':
      return [MINUTE, MINUTE, MINUTE, DAY].map((afterMs) => ({ afterMs, step: 1, signature: 'good' }));
    case 'callback_bad_signature':
      return [
        { afterMs: MINUTE, step: 1, signature: 'bad' },
        { afterMs: 2 * MINUTE, step: 1, signature: 'good' },
      ];
    default:
      return undefined;
  }
}

/** What happens to a payout to a card of this scenario. */
export function payoutBehaviour(scenario: CardScenario | undefined, sentBefore: boolean): Behaviour {
  const odd = oddCallbacks(scenario);
  if (odd) return { ...later('confirmed'), notices: odd };
  switch (scenario) {
    case 'payout_account_closed':
      return refused('ACCOUNT_CLOSED');
    case 'payout_account_frozen':
      return refused('ACCOUNT_FROZEN');
    case 'payout_name_mismatch':
      return refused('NAME_MISMATCH');
    case 'payout_unknown_booked':
      return { ...atOnce, reply: 'hang' };
    case 'payout_error_booked':
      return { ...atOnce, reply: 'error' };
    case 'payout_unknown_lost':
      return sentBefore ? atOnce : { ...atOnce, reply: 'lost' };
    case 'payout_by_callback':
      return later('confirmed');
    case 'payout_fails_by_callback':
      return later('failed', 'ACCOUNT_CLOSED');
    case 'payout_no_callback':
      return { ...later('confirmed'), notices: [] };
    case 'payout_returned':
      return {
        reply: 'answer',
        steps: [
          { afterMs: 0, status: 'confirmed' },
          { afterMs: DAY, status: 'returned', code: 'ACCOUNT_CLOSED' },
        ],
        notices: [{ afterMs: DAY, step: 1, signature: 'good' }],
      };
    case 'payout_out_of_order':
      return {
        reply: 'answer',
        steps: [
          { afterMs: 0, status: 'processing' },
          { afterMs: MINUTE, status: 'confirmed' },
          { afterMs: 2 * MINUTE, status: 'returned', code: 'ACCOUNT_CLOSED' },
        ],
        notices: [
          { afterMs: 2 * MINUTE, step: 2, signature: 'good' },
          { afterMs: 3 * MINUTE, step: 1, signature: 'good' },
        ],
      };
    default:
      return atOnce;
  }
}

/** What the bank knows of a debit when it decides: how many orders this card had before, and whether the money is there. */
export type DebitFacts = {
  readonly scenario: CardScenario | undefined;
  readonly debitsBefore: number;
  readonly sentBefore: boolean;
  readonly covered: boolean;
  readonly byCallback: boolean;
  /** Whether the order names a signed debit authority. */
  readonly mandated: boolean;
};

function isShort({ scenario, debitsBefore, covered }: DebitFacts): boolean {
  switch (scenario) {
    case 'debit_insufficient_once':
    case 'debit_insufficient_by_callback':
      return debitsBefore < 1 || !covered;
    case 'debit_insufficient_thrice':
      return debitsBefore < 3 || !covered;
    case 'debit_insufficient_always':
      return true;
    case 'debit_stops_after_three':
      return debitsBefore >= 3 || !covered;
    default:
      return !covered;
  }
}

/** What happens to a debit from a card in these circumstances. */
export function debitBehaviour(facts: DebitFacts): Behaviour {
  const { scenario } = facts;
  const first = facts.debitsBefore === 0;
  if (!facts.mandated) return refused('NO_MANDATE');
  if (scenario === 'debit_account_frozen') return refused('ACCOUNT_FROZEN');
  if (scenario === 'debit_limit_exceeded' && first) return refused('LIMIT_EXCEEDED');
  const odd = oddCallbacks(scenario);
  const byCallback =
    facts.byCallback ||
    odd ||
    scenario === 'debit_by_callback' ||
    scenario === 'debit_insufficient_by_callback';
  if (isShort(facts)) {
    const short = byCallback ? later('failed', 'INSUFFICIENT_BALANCE') : refused('INSUFFICIENT_BALANCE');
    return odd ? { ...short, notices: odd } : short;
  }
  if (odd) return { ...later('confirmed'), notices: odd };
  if (scenario === 'debit_never_answered') return { ...later('confirmed'), notices: [] };
  if (scenario === 'debit_unknown_booked' && first) return { ...atOnce, reply: 'hang' };
  if (scenario === 'debit_unknown_lost' && first && !facts.sentBefore) return { ...atOnce, reply: 'lost' };
  return byCallback ? later('confirmed') : atOnce;
}

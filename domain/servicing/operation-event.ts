import type { MoneyOperation } from '../../contracts/http/money-operations';
import type { LoanEventBodyJson } from '../../contracts/loan-events';

/** What an operation refers to by other names inside: the money's own id, and the key of the event that a reversal undoes. */
export interface OperationRefs {
  readonly moneyId: string;
  /** Total that ends the loan, for an early payoff without an amount. */
  readonly payoffMinor: string;
  readonly reversedKey: string | null;
  readonly reason: string;
}

const ways = { shorter_term: 'shorter-term', lower_instalment: 'lower-instalment' } as const;

/** The event of the account that an operation becomes; null when it names no event to undo. */
export function eventBodyOf(operation: MoneyOperation, refs: OperationRefs): LoanEventBodyJson | null {
  const { moneyId, reason } = refs;
  switch (operation.kind) {
    case 'payment':
      return { type: 'repaid', paymentId: moneyId, amountMinor: operation.amountMinor };
    case 'early_part':
      return {
        type: 'prepaid',
        paymentId: moneyId,
        amountMinor: operation.amountMinor,
        way: ways[operation.way],
      };
    case 'early_full':
      return {
        type: 'prepaid',
        paymentId: moneyId,
        amountMinor: operation.amountMinor ?? refs.payoffMinor,
        way: 'full',
      };
    case 'recovery':
      return { type: 'recovered', paymentId: moneyId, amountMinor: operation.amountMinor };
    case 'collateral_proceeds':
      return {
        type: 'collateral_realised',
        paymentId: moneyId,
        amountMinor: operation.amountMinor,
        costsMinor: operation.costsMinor,
      };
    case 'refund':
      return { type: 'refunded', payoutId: moneyId, amountMinor: operation.amountMinor };
    case 'draw':
      return {
        type: 'disbursed',
        payoutId: moneyId,
        amountMinor: operation.amountMinor,
        withheldMinor: '0',
      };
    case 'fee':
      return { type: 'fee_charged', code: operation.code, amountMinor: operation.amountMinor };
    case 'waiver':
      return { type: 'waived', amounts: operation.amounts, reason };
    case 'debt_transfer':
      return { type: 'transferred', buyer: operation.buyer, priceMinor: operation.priceMinor };
    case 'reversal':
      return refs.reversedKey === null ? null : { type: 'reversed', eventKey: refs.reversedKey, reason };
    default:
      return termsBodyOf(operation);
  }
}

type ChangeOfTerms = Extract<
  MoneyOperation,
  {
    kind:
      | 'rate_change'
      | 'interest_pause'
      | 'deferral'
      | 'extension'
      | 'reamortisation'
      | 'restructuring'
      | 'limit_end'
      | 'acceleration'
      | 'charge_off';
  }
>;

function termsBodyOf(operation: ChangeOfTerms): LoanEventBodyJson {
  switch (operation.kind) {
    case 'rate_change':
      return {
        type: 'rate_changed',
        annualRate: `${operation.annualRatePercent}%`,
        reason: operation.reason,
      };
    case 'interest_pause':
      return { type: 'interest_paused', until: operation.until, also: operation.also };
    case 'deferral':
      return { type: 'deferred', periods: operation.periods, interest: operation.interest };
    case 'extension':
      return { type: 'extended', periods: operation.periods };
    case 'reamortisation':
      return { type: 'reamortised', periods: operation.periods };
    case 'restructuring':
      return {
        type: 'restructured',
        capitalised: operation.capitalised,
        periods: operation.periods,
        ...(operation.firstDueOn !== undefined && { firstDueOn: operation.firstDueOn }),
        ...(operation.annualRatePercent !== undefined && { annualRate: `${operation.annualRatePercent}%` }),
        ...restructuredMethod(operation),
      };
    case 'limit_end':
      return { type: 'limit_ended' };
    case 'acceleration':
      return { type: 'accelerated' };
    case 'charge_off':
      return { type: 'written_off' };
  }
}

/** The method with its figures; a table crosses as shares, since its principal is known only when the order is booked. */
function restructuredMethod({
  method,
  balloonMinor = '0',
  interestOnlyPeriods = 0,
  interestOnlyThen = 'equal-instalment',
  sharesPpm,
}: Extract<MoneyOperation, { kind: 'restructuring' }>): Pick<
  Extract<LoanEventBodyJson, { type: 'restructured' }>,
  'method' | 'sharesPpm'
> {
  switch (method) {
    case undefined:
      return {};
    case 'custom':
      return { sharesPpm };
    case 'balloon':
      return { method: { kind: method, balloonMinor } };
    case 'interest-only-first':
      // biome-ignore lint/suspicious/noThenProperty: the field of the schedule engine; it holds text, nothing awaits it
      return { method: { kind: method, periods: interestOnlyPeriods, then: interestOnlyThen } };
    default:
      return { method: { kind: method } };
  }
}

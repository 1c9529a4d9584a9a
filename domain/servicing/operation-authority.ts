import type { BookableOperation } from '../../contracts/http/money-operations';
import type { Account } from '../account/account-of';
import { sumOf } from '../account/item';

type Kind = BookableOperation['kind'];

/** What gives money away, changes what was agreed, or takes back what was booked needs a second person (经办与复核分离); a charge and money received do not. */
const ALONE: ReadonlySet<string> = new Set<Kind>(['fee', 'collateral_proceeds']);

/** Whether an operation must be confirmed by somebody other than who ordered it. */
export function needsSecondPerson(kind: string): boolean {
  return !ALONE.has(kind);
}

/** The amount by which the authority to confirm an operation is measured: what it gives away or moves, else all that is still lent. */
export function stakeOf(operation: BookableOperation, before: Account, undoneMinor: bigint | null): bigint {
  const { principalMinor } = before.balances;
  switch (operation.kind) {
    case 'fee':
    case 'refund':
    case 'draw':
    case 'collateral_proceeds':
      return BigInt(operation.amountMinor);
    case 'waiver':
      return Object.values(operation.amounts).reduce((sum, minor) => sum + BigInt(minor), 0n);
    case 'reversal':
      return undoneMinor ?? principalMinor;
    case 'charge_off':
    case 'debt_transfer':
      return sumOf(before.payoff.arrears) + before.payoff.principalMinor + before.payoff.interestMinor;
    default:
      return principalMinor;
  }
}

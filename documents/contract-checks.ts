import { InvariantError } from '../domain/invariant';
import type { ContractInput, PlanRow } from './contract-input';

/** A contract that contradicts itself must never be shown: its tables have to add up to its terms. */
export function checkContract({ loan, cost, plan }: ContractInput): void {
  const sum = (pick: (row: PlanRow) => string): bigint =>
    plan.reduce((total, row) => total + BigInt(pick(row)), 0n);
  hold(sum((row) => row.principalMinor) === BigInt(loan.principalMinor), 'plan does not repay the principal');
  hold(plan.at(-1)?.balanceMinor === '0', 'plan does not end at zero');
  hold(sum((row) => row.interestMinor) === BigInt(cost.totalInterestMinor), 'plan and total interest differ');
  hold(sum((row) => row.feeMinor) <= BigInt(cost.totalFeeMinor), 'plan holds fees that the cost table lacks');
  for (const row of plan) {
    const parts = BigInt(row.principalMinor) + BigInt(row.interestMinor) + BigInt(row.feeMinor);
    hold(parts === BigInt(row.totalMinor), `instalment ${row.number} does not add up`);
  }
}

function hold(condition: boolean, message: string): void {
  if (!condition) throw new InvariantError(`contract refused: ${message}`);
}

import type { WorkingCapitalInputs } from '../../contracts/policy/declared';
import { mulDivRound } from '../money/rounding';

/** Need of working capital and how much of it a new line may cover (流动资金贷款需求量测算). */
export interface WorkingCapitalNeed {
  /** 营运资金量: what one cycle of the business binds. */
  readonly capitalMinor: bigint;
  /** 新增流动资金贷款额度: the need less own funds, present loans and other sources. */
  readonly newLoanMinor: bigint;
  /** Days that money is bound: stock + receivables − payables + prepaid − received in advance. */
  readonly cycleDays: number;
}

const YEAR_DAYS = 360n;
const WHOLE_BPS = 10_000n;

/** Sales × (1 − margin) × (1 + growth) ÷ turnovers, turnovers = 360 ÷ cycle. A business that others finance needs none. */
export function workingCapitalNeed(inputs: WorkingCapitalInputs): WorkingCapitalNeed {
  const cycleDays =
    inputs.inventoryDays +
    inputs.receivableDays -
    inputs.payableDays +
    inputs.prepaidDays -
    inputs.advanceReceiptDays;
  const costShare = WHOLE_BPS - BigInt(inputs.profitMarginBps);
  const growth = WHOLE_BPS + BigInt(inputs.expectedGrowthBps);
  const boundDays = BigInt(Math.max(cycleDays, 0));
  const capitalMinor = mulDivRound(
    BigInt(inputs.lastYearSalesMinor) * costShare * growth,
    boundDays,
    WHOLE_BPS * WHOLE_BPS * YEAR_DAYS,
    'half-up',
  );
  const covered =
    BigInt(inputs.ownFundsMinor) + BigInt(inputs.existingLoansMinor) + BigInt(inputs.otherFundsMinor);
  const open = capitalMinor - covered;
  return { capitalMinor, newLoanMinor: open > 0n ? open : 0n, cycleDays };
}

import type { ExpectedLoss } from '../../contracts/policy/servicing';
import { rateUnit, rateUnits } from '../account/rate';
import { fromPercent } from '../money/decimal';
import { divRound } from '../money/rounding';

/** Stage of a loan: 1 as granted, 2 risk has risen significantly, 3 credit-impaired (CAS 22). */
export type LossStage = 1 | 2 | 3;

const units = (percent: string): bigint => rateUnits(fromPercent(percent));
const times = (a: bigint, b: bigint): bigint => divRound(a * b, rateUnit, 'half-up');
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function scenarioFactor(policy: ExpectedLoss, yearlyPd: bigint, years: number): bigint {
  const lgd = units(policy.lgdPercent);
  const discounted = rateUnit + units(policy.discountPercent);
  let surviving = rateUnit;
  let worth = rateUnit;
  let factor = 0n;
  for (let year = 0; year < years; year++) {
    const defaults = times(surviving, yearlyPd);
    const exposed = (rateUnit * BigInt(years - year)) / BigInt(years);
    factor += times(times(times(defaults, lgd), exposed), worth);
    surviving -= defaults;
    worth = divRound(worth * rateUnit, discounted, 'half-up');
  }
  return factor;
}

/**
 * Share of the exposure that is expected to be lost, in whole 10⁻¹²: Σ over years of PD · LGD · EAD · DF, weighted by
 * scenario. Stage 1 looks one year ahead, stage 2 over the whole rest of the loan; the exposure runs off evenly and a
 * year's loss is discounted from the year's beginning.
 */
export function lossFactor(policy: ExpectedLoss, stage: LossStage, yearsLeft: number): bigint {
  const yearlyPd = units(policy.yearlyPdPercent[`stage${stage}`]);
  const years = stage === 2 ? Math.max(1, yearsLeft) : 1;
  let factor = 0n;
  for (const { weightPercent, pdPercent } of policy.scenarios) {
    const pd = smaller(times(yearlyPd, units(pdPercent)), rateUnit);
    factor += times(units(weightPercent), scenarioFactor(policy, pd, years));
  }
  return factor;
}

/** What of an exposure is expected to be lost. */
export function expectedLoss(exposureMinor: bigint, factor: bigint): bigint {
  return divRound(exposureMinor * factor, rateUnit, 'half-up');
}

import { sql } from 'drizzle-orm';
import type { ProvisioningBody } from '../../../contracts/policy/servicing';
import { type LossStage, lossFactor } from '../../../domain/close/expected-loss';
import type { CloseScope } from '../../../domain/close/scope';
import type { Queryable } from '../../client';
import { isKind, policiesInForce, publishedPolicy } from '../policy';
import { MissingPolicyError } from '../policy-set';

/** Longest rest of a loan that losses are looked at over. */
export const MAX_YEARS = 30;
/** Judges loans of products that name no provisioning of their own any more. */
const STANDARD = 'standard';

/** Classes, stages and losses of one product on one date, flat, as SQL joins them. */
export interface ClassRules {
  readonly product_code: string;
  readonly technical: number;
  readonly substandard: number;
  readonly doubtful: number;
  readonly loss: number;
  readonly cure_periods: number;
  readonly cure_months: number;
  readonly watch_months: number;
  readonly cross_percent: number;
  readonly stage2: number;
  readonly stage3: number;
  /** Share of the exposure expected to be lost, in 10⁻¹²: one year ahead, over one to 30 years, and once impaired. */
  readonly factor1: string;
  readonly factors2: readonly string[];
  readonly factor3: string;
}

export interface CloseRules {
  readonly classes: readonly ClassRules[];
}

type LossFactors = Pick<ClassRules, 'factor1' | 'factors2' | 'factor3'>;

/** Worked out once per body: a version never changes, and the same body is handed out each time. */
const known = new WeakMap<ProvisioningBody, LossFactors>();

function lossFactors(body: ProvisioningBody): LossFactors {
  const former = known.get(body);
  if (former !== undefined) return former;
  const factor = (stage: LossStage, years: number) => lossFactor(body.expectedLoss, stage, years).toString();
  const factors = {
    factor1: factor(1, 1),
    factors2: Array.from({ length: MAX_YEARS }, (_, index) => factor(2, index + 1)),
    factor3: factor(3, 1),
  };
  known.set(body, factors);
  return factors;
}

function classRules(productCode: string, body: ProvisioningBody): ClassRules {
  const { thresholds, observation, expectedLoss } = body;
  return {
    product_code: productCode,
    technical: thresholds.technicalDays,
    substandard: thresholds.substandardOver,
    doubtful: thresholds.doubtfulOver,
    loss: thresholds.lossOver,
    cure_periods: observation.curePeriods,
    cure_months: observation.cureMonths,
    watch_months: observation.restructuredMonths,
    cross_percent: observation.crossDefaultOverPercent,
    stage2: expectedLoss.stage2OverDays,
    stage3: expectedLoss.stage3OverDays,
    ...lossFactors(body),
  };
}

/** The rules in force on the date for every product that has loans on the clock. */
export async function rulesFor(db: Queryable, { on, clockId }: CloseScope): Promise<CloseRules> {
  const { rows } = await db.execute<{ code: string }>(sql`
    select distinct product_code as code from accrual_books where clock_id is not distinct from ${clockId}`);
  const products = rows.map((row) => row.code);
  const found = await policiesInForce(
    db,
    products.map((code) => ({ kind: 'product', code })),
    on,
  );
  const classes: ClassRules[] = [];
  for (const productCode of products) {
    const product = found
      .filter((each) => isKind(each, 'product'))
      .find((each) => each.ref.code === productCode);
    const code = product?.body.policies.provisioning ?? STANDARD;
    const provisioning = await publishedPolicy(db, 'provisioning', code, on);
    if (provisioning === null) throw new MissingPolicyError({ kind: 'provisioning', code });
    classes.push(classRules(productCode, provisioning.body));
  }
  return { classes };
}

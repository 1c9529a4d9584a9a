import { sql } from 'drizzle-orm';
import type { ProvisioningBody } from '../../../contracts/policy/servicing';
import { LOSS_STAGES, lossFactor } from '../../../domain/close/expected-loss';
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
}

export interface LossRow {
  readonly product_code: string;
  readonly stage: number;
  readonly years: number;
  readonly factor: string;
}

export interface CloseRules {
  readonly classes: readonly ClassRules[];
  readonly losses: readonly LossRow[];
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
  };
}

/** Worked out once per body: a version never changes, and the same body is handed out each time. */
const known = new WeakMap<ProvisioningBody, readonly Omit<LossRow, 'product_code'>[]>();

function lossRows(body: ProvisioningBody): readonly Omit<LossRow, 'product_code'>[] {
  const former = known.get(body);
  if (former !== undefined) return former;
  const rows = LOSS_STAGES.flatMap((stage) =>
    Array.from({ length: stage === 2 ? MAX_YEARS : 1 }, (_, index) => ({
      stage,
      years: index + 1,
      factor: lossFactor(body.expectedLoss, stage, index + 1).toString(),
    })),
  );
  known.set(body, rows);
  return rows;
}

/** The rules in force on the date for every product that has loans on the clock. */
export async function rulesFor(db: Queryable, { on, clockId }: CloseScope): Promise<CloseRules> {
  const { rows } = await db.execute<{ code: string }>(sql`
    select distinct product_code as code from loans where clock_id is not distinct from ${clockId}`);
  const products = rows.map((row) => row.code);
  const found = await policiesInForce(
    db,
    products.map((code) => ({ kind: 'product', code })),
    on,
  );
  const classes: ClassRules[] = [];
  const losses: LossRow[] = [];
  for (const productCode of products) {
    const product = found
      .filter((each) => isKind(each, 'product'))
      .find((each) => each.ref.code === productCode);
    const code = product?.body.policies.provisioning ?? STANDARD;
    const provisioning = await publishedPolicy(db, 'provisioning', code, on);
    if (provisioning === null) throw new MissingPolicyError({ kind: 'provisioning', code });
    classes.push(classRules(productCode, provisioning.body));
    losses.push(...lossRows(provisioning.body).map((row) => ({ product_code: productCode, ...row })));
  }
  return { classes, losses };
}

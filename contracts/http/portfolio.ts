import { z } from 'zod';
import { FIVE_CLASSES } from '../../domain/delinquency/five-class';
import { AnyId, CivilDate, Id, Minor } from './common';

const Clock = Id('clk')
  .optional()
  .meta({ description: 'Figures of a test clock; the live ones if left out' });
const FiveClass = z.enum(FIVE_CLASSES);
const Stage = z.int().min(1).max(3).meta({ description: 'Stage of expected loss (CAS 22)' });

/** Which date's portfolio. */
export const PortfolioQuery = z.strictObject({
  asOf: CivilDate.optional().meta({
    description: 'The last closed date up to this day; the very last if left out',
  }),
  clockId: Clock,
});

/** The portfolio as a date was closed, cut by everything it is looked at by. */
export const PortfolioSnapshot = z
  .object({
    closedOn: CivilDate.nullable().meta({ description: 'Null when no date was closed by then' }),
    clockId: z.string().nullable(),
    rows: z.array(
      z.object({
        productCode: z.string(),
        branch: z.string(),
        currency: z.string(),
        bucket: z.string(),
        fiveClass: FiveClass,
        stage: Stage,
        loans: z.int(),
        principalMinor: Minor,
        exposureMinor: Minor.meta({ description: 'What would be lost if nothing more was paid' }),
        overdueMinor: Minor,
        lossMinor: Minor.meta({ description: 'Expected loss' }),
      }),
    ),
  })
  .meta({ id: 'PortfolioSnapshot' });

/** Which month's end. */
export const RollsQuery = z.strictObject({
  monthEnd: CivilDate.optional().meta({
    description: 'The last month end up to this day; the very last if left out',
  }),
  clockId: Clock,
});

/** 迁徙率: where the balances of each bucket at one month's end were at the next. */
export const PortfolioRolls = z
  .object({
    monthEnd: CivilDate.nullable().meta({ description: 'Null when no month was closed by then' }),
    clockId: z.string().nullable(),
    rows: z.array(
      z.object({
        productCode: z.string(),
        currency: z.string(),
        fromBucket: z.string(),
        toBucket: z.string().meta({ description: 'Bucket a month later, or `ended`' }),
        loans: z.int(),
        beforeMinor: Minor.meta({ description: 'Principal at the former month end' }),
        afterMinor: Minor.meta({ description: 'Principal that is left of it' }),
        ratePercent: z
          .string()
          .meta({ description: 'Share of the former balance of the bucket that went this way' }),
      }),
    ),
  })
  .meta({ id: 'PortfolioRolls' });

/** Which date a loan's standing is read on. */
export const StandingQuery = z.strictObject({ asOf: CivilDate.optional() });

/** How the close of a date judged one loan. */
export const LoanStanding = z
  .object({
    loanId: AnyId,
    closedOn: CivilDate,
    status: z.string(),
    daysOverdue: z.int(),
    bucket: z.string(),
    ownClass: FiveClass.meta({ description: 'By itself' }),
    fiveClass: FiveClass.meta({ description: "Reported, with the debtor's other loans in view (交叉违约)" }),
    observedUntil: CivilDate.nullable().meta({
      description: 'Until when a restructured loan is watched (观察期)',
    }),
    clearedOn: CivilDate.nullable().meta({ description: 'Since when a bad loan has had no arrears' }),
    stage: Stage,
    principalMinor: Minor,
    exposureMinor: Minor,
    overdueMinor: Minor,
    lossMinor: Minor.meta({ description: 'Expected loss' }),
    months24: z.string().length(24).nullable().meta({
      description: '还款状态 of the last 24 month ends, oldest first; null before the first of them',
    }),
    months24Until: CivilDate.nullable().meta({ description: 'Month end of the last of them' }),
  })
  .meta({ id: 'LoanStanding' });

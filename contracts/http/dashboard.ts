import { z } from 'zod';
import { CivilDate, Currency, Id, Instant, Minor, OwnCurrency } from './common';

/** Steps of the way to money, in order; `declined` stands beside it. */
export const MOVES = [
  'pre_screened',
  'facts',
  'decided',
  'approved',
  'signed',
  'paid_out',
  'declined',
] as const;
export type Move = (typeof MOVES)[number];

/** Books and lists of real time (`live`), or of one test clock; the two are never mixed. */
export const ClockOrLive = z.union([z.literal('live'), Id('clk')]);

export const DashboardQuery = z.strictObject({
  clockId: Id('clk').optional().meta({ description: 'Figures of a test clock; the live ones if left out' }),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(92)
    .default(30)
    .meta({ description: 'Length of the period that ends today' }),
  currency: OwnCurrency,
});

const Volume = z.object({
  applications: z.int(),
  approved: z.int(),
  declined: z.int(),
  paidOut: z.int(),
  paidOutMinor: Minor,
});

/** Figures of the whole house at one moment. Every number is the count of rows that a list gives under its filters. */
export const Dashboard = z
  .object({
    asOf: Instant.meta({ description: 'Moment at which the figures were read or last found unchanged' }),
    clockId: z.string().nullable(),
    currency: z.string(),
    currencies: z
      .array(Currency)
      .meta({ description: 'Those that there are loans in, CNY first: of each there are figures' }),
    from: CivilDate,
    to: CivilDate,
    today: Volume,
    period: Volume.extend({
      approvalRateBps: z.int().nullable().meta({ description: 'Approved of all decided, in basis points' }),
    }),
    funnel: z
      .array(z.object({ step: z.enum(['submitted', ...MOVES]), applications: z.int() }))
      .meta({ description: 'How far the applications that arrived in the period came' }),
    turnaround: z.array(
      z.object({
        stage: z.string(),
        moves: z.int(),
        p50Seconds: z.int(),
        p90Seconds: z.int(),
      }),
    ),
    hours: z.array(z.int()).length(24).meta({ description: 'Arrivals of the period by hour of the day' }),
    overdue: z.array(
      z.object({ bucket: z.string(), loans: z.int(), principalMinor: Minor, overdueMinor: Minor }),
    ),
    balances: z.object({
      loans: z.int(),
      principalMinor: Minor,
      interestMinor: Minor,
      penaltyMinor: Minor,
      feesMinor: Minor,
      overdueMinor: Minor,
      suspenseMinor: Minor,
    }),
    cash: z.array(z.object({ on: CivilDate, inMinor: Minor, outMinor: Minor })),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof Dashboard>;

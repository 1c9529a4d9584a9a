import { and, eq, inArray, sql } from 'drizzle-orm';
import type { DrawsMade } from '../../domain/servicing/drawing';
import type { Queryable } from '../client';
import { compiledRead } from '../compiled';
import { payouts } from '../schema/money-moves';

export type PayoutRow = typeof payouts.$inferSelect;

const payoutsStanding = compiledRead((from) =>
  from
    .select()
    .from(payouts)
    .where(
      and(
        eq(payouts.applicationId, sql.placeholder('applicationId')),
        inArray(payouts.status, ['intent', 'processing', 'confirmed']),
      ),
    )
    .orderBy(payouts.attempt),
);

/** Payouts of a loan that stand or are on their way, in order. */
export function standingPayouts(q: Queryable, applicationId: string): Promise<PayoutRow[]> {
  return payoutsStanding(q, { applicationId });
}

/** A draw that is to be paid, or that the bank has not answered. */
export const isUnderWay = ({ drawOf, status }: PayoutRow): boolean =>
  drawOf !== null && (status === 'intent' || status === 'processing');

/** How many payouts there are of a loan, and what of its draws is on its way. */
export function drawsMade(rows: readonly PayoutRow[]): DrawsMade {
  const underWayMinor = rows.filter(isUnderWay).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return { count: rows.length, underWayMinor };
}

/** Every payout of a loan, whatever became of it, oldest first. */
export function payoutsOf(q: Queryable, applicationId: string): Promise<PayoutRow[]> {
  return q.select().from(payouts).where(eq(payouts.applicationId, applicationId)).orderBy(payouts.attempt);
}

import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/client';
import { permissions, staffUsers } from '../../db/schema/access';

/** What a person of the lender wants to do, and the amount that is held against limits of deciding. */
export interface StaffAct {
  readonly action: 'change' | 'decide';
  readonly subject: 'Loan' | 'Task';
  /** In minor units of the house's currency. Null where it has no rate: then it is within no limit. */
  readonly inHouseMinor: bigint | null;
}

/** Whether a role of the person allows it, within the role's limit and the person's own, as they stand now. */
export async function staffMay(
  tx: Tx,
  actorId: string,
  { action, subject, inHouseMinor }: StaffAct,
): Promise<boolean> {
  const [staff] = await tx.select().from(staffUsers).where(eq(staffUsers.id, actorId));
  if (!staff?.active) return false;
  const own = action === 'decide' ? staff.authorityLimitMinor : null;
  const within = (limit: bigint | null) => limit === null || (inHouseMinor !== null && inHouseMinor <= limit);
  if (!within(own)) return false;
  const rows = await tx
    .select()
    .from(permissions)
    .where(
      and(
        inArray(permissions.role, staff.roles),
        eq(permissions.action, action),
        eq(permissions.subject, subject),
      ),
    );
  return rows.some(({ maxAmountMinor }) => within(maxAmountMinor));
}

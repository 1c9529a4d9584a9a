import { and, eq } from 'drizzle-orm';
import { asCurrency } from '../../domain/money/as-currency';
import { formatMinor } from '../../domain/money/format-minor';
import type { Queryable } from '../client';
import { applications } from '../schema/applications';
import { testClocks } from '../schema/clocks';
import { policyVersions } from '../schema/policy';

/** What the start of a loan's workflow needs, read from its application. */
export interface FoundStart {
  start: {
    applicationId: string;
    customerId: string;
    productCode: string;
    channel: string;
    summary: string;
    clock: { id: string; now: string } | null;
    paidOut: boolean;
  };
  closed: boolean;
}

/** Stages in which money is out, so that a new run of the workflow goes on in servicing. */
const PAID_OUT = ['REPAYING', 'OVERDUE', 'WRITTEN_OFF', 'SETTLED'];

/** Finds how to start, or start again, the workflow of an application. */
export async function findLoanStart(db: Queryable, applicationId: string): Promise<FoundStart | undefined> {
  const [row] = await db
    .select({ app: applications, clock: testClocks, product: policyVersions.body })
    .from(applications)
    .leftJoin(testClocks, eq(testClocks.id, applications.clockId))
    .leftJoin(
      policyVersions,
      and(
        eq(policyVersions.kind, 'product'),
        eq(policyVersions.code, applications.productCode),
        eq(policyVersions.version, applications.productVersion),
      ),
    )
    .where(eq(applications.id, applicationId));
  if (!row) return undefined;
  const { app, clock } = row;
  const amount = formatMinor(app.amountMinor, asCurrency(app.currency), 'en');
  return {
    start: {
      applicationId,
      customerId: app.customerId,
      productCode: app.productCode,
      channel: app.channel,
      summary: `${nameOf(row.product) ?? app.productCode} ${amount} × ${app.termMonths}`,
      clock: clock && { id: clock.id, now: clock.now.toISOString() },
      paidOut: PAID_OUT.includes(app.stage) || (app.stage === 'CLOSED' && app.loanId !== null),
    },
    closed: app.stage === 'CLOSED',
  };
}

function nameOf(product: unknown): string | undefined {
  if (typeof product !== 'object' || product === null || !('names' in product)) return undefined;
  const { names } = product;
  if (typeof names !== 'object' || names === null || !('zh' in names)) return undefined;
  return typeof names.zh === 'string' ? names.zh : undefined;
}

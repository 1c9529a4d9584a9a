import { and, eq, sql } from 'drizzle-orm';
import { asCurrency } from '../../domain/money/as-currency';
import { formatMinor } from '../../domain/money/format-minor';
import type { Queryable } from '../client';
import { compiledRead } from '../compiled';
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

const startOf = compiledRead((from) =>
  from
    .select({
      app: {
        productCode: applications.productCode,
        channel: applications.channel,
        currency: applications.currency,
        amountMinor: applications.amountMinor,
        termMonths: applications.termMonths,
        customerId: applications.customerId,
        stage: applications.stage,
        loanId: applications.loanId,
      },
      clockId: testClocks.id,
      clockNow: testClocks.now,
      productName: sql<string | null>`${policyVersions.body}->'names'->>'zh'`,
    })
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
    .where(eq(applications.id, sql.placeholder('applicationId'))),
);

/** Finds how to start, or start again, the workflow of an application. */
export async function findLoanStart(db: Queryable, applicationId: string): Promise<FoundStart | undefined> {
  const [row] = await startOf(db, { applicationId });
  if (!row) return undefined;
  const { app, clockId, clockNow, productName } = row;
  const amount = formatMinor(app.amountMinor, asCurrency(app.currency), 'en');
  return {
    start: {
      applicationId,
      customerId: app.customerId,
      productCode: app.productCode,
      channel: app.channel,
      summary: `${productName ?? app.productCode} ${amount} × ${app.termMonths}`,
      clock: clockId !== null && clockNow !== null ? { id: clockId, now: clockNow.toISOString() } : null,
      paidOut: PAID_OUT.includes(app.stage) || (app.stage === 'CLOSED' && app.loanId !== null),
    },
    closed: app.stage === 'CLOSED',
  };
}

import { and, asc, desc, eq, getTableColumns, gte, isNotNull, lt, ne, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { ComparableCase } from '../../contracts/http/decisions';
import type { Queryable } from '../../db/client';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import { loans } from '../../db/schema/loans';
import { nearestCases } from '../../domain/underwriting/nearest-cases';
import type { ApplicationRow } from './applications';
import { onClock } from './clock-scope';

/** How many cases on either side of the score are looked at: enough to find near amounts, few enough for any size of book. */
const EITHER_SIDE = 40;
const SHOWN = 5;

/** Settled requests of other people for the same product whose score and amount are nearest; none without a score. */
export async function comparableCases(
  db: Queryable,
  of: ApplicationRow,
): Promise<z.input<typeof ComparableCase>[]> {
  const { score, amountMinor } = of;
  if (score === null) return [];
  const settled = and(
    eq(applications.productCode, of.productCode),
    ne(applications.customerId, of.customerId),
    onClock(applications.clockId, of.clockId),
    or(isNotNull(applications.outcome), isNotNull(applications.loanId)),
  );
  const near = await Promise.all([
    walk(db)
      .where(and(gte(applications.score, score), settled))
      .orderBy(asc(applications.score))
      .limit(EITHER_SIDE),
    walk(db)
      .where(and(lt(applications.score, score), settled))
      .orderBy(desc(applications.score))
      .limit(EITHER_SIDE),
  ]);
  const cases = near
    .flat()
    .map(({ app, ...rest }) => ({ ...rest, app, score: app.score ?? score, amountMinor: app.amountMinor }));
  return nearestCases({ score, amountMinor }, cases, SHOWN).map(presentCase);
}

const walk = (db: Queryable) =>
  db
    .select({
      app: getTableColumns(applications),
      customerName: customers.maskedName,
      loan: { status: loans.status, maxDaysOverdue: loans.maxDaysOverdue, fiveClass: loans.fiveClass },
    })
    .from(applications)
    .innerJoin(customers, eq(customers.id, applications.customerId))
    .leftJoin(loans, eq(loans.id, applications.loanId))
    .$dynamic();

type Case = Awaited<ReturnType<typeof walk>>[number] & { score: number };

function presentCase({ app, customerName, loan, score }: Case): z.input<typeof ComparableCase> {
  const { approvedAmountMinor, approvedTermMonths, rateBps } = app;
  return {
    applicationId: app.id,
    loanId: app.loanId,
    customerName,
    ...{ score, grade: app.grade, amountMinor: app.amountMinor.toString(), termMonths: app.termMonths },
    approved:
      approvedAmountMinor === null
        ? null
        : { amountMinor: approvedAmountMinor.toString(), termMonths: approvedTermMonths, rateBps },
    outcome: app.outcome,
    reasonCodes: app.reasonCodes,
    loan,
    appliedAt: app.createdAt.toISOString(),
  };
}

import { and, eq, gte, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { LOAN_FIELDS, LOAN_ORDERS } from '../../contracts/http/list-fields';
import type { ListLoans } from '../../contracts/http/loans';
import type { Queryable } from '../../db/client';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import { loans } from '../../db/schema/loans';
import type { Actor } from '../auth/actor';
import { clockFilter } from '../reads/clock-scope';
import type { NamedLoan } from '../reads/loans';
import { visibleTo } from '../reads/scope';
import { conditionsOf, type FilterColumn } from './conditions';
import type { ListSource } from './list-source';
import { LOAN_COLUMNS } from './loan-columns';
import { type Order, sortedBy } from './order';
import { among, pageIds } from './page-ids';

type Query = z.output<typeof ListLoans>;

/** Closed loans have no next due date; they come last. */
const NEXT_DUE = sql`coalesce(${loans.nextDueOn}, 'infinity'::date)`;

const FILTERS: Readonly<Record<keyof typeof LOAN_FIELDS, FilterColumn>> = {
  status: { kind: 'code', column: loans.status },
  product: { kind: 'code', column: loans.productCode },
  bucket: { kind: 'code', column: loans.bucket },
  class: { kind: 'code', column: loans.fiveClass },
  branch: { kind: 'code', column: loans.branch },
  currency: { kind: 'code', column: loans.currency },
  principal: { kind: 'amount', column: loans.principalMinor },
  outstanding: { kind: 'amount', column: loans.outstandingPrincipalMinor },
  overdue: { kind: 'amount', column: loans.overdueMinor },
  days: { kind: 'count', column: loans.daysOverdue },
  nextDue: { kind: 'date', column: NEXT_DUE, unless: isNotNull(loans.nextDueOn) },
  disbursed: { kind: 'date', column: loans.disbursedOn },
  maturity: { kind: 'date', column: loans.maturityOn },
  closed: { kind: 'date', column: loans.closedOn },
};

const ORDERS: Readonly<Record<(typeof LOAN_ORDERS)[number], Order<NamedLoan>>> = {
  '-id': { key: loans.id, type: 'text', direction: 'desc', keyOf: ({ loan }) => loan.id },
  id: { key: loans.id, type: 'text', direction: 'asc', keyOf: ({ loan }) => loan.id },
  '-days': {
    ...{ key: loans.daysOverdue, type: 'integer', direction: 'desc' },
    keyOf: ({ loan }) => loan.daysOverdue.toString(),
  },
  '-outstanding': {
    ...{ key: loans.outstandingPrincipalMinor, type: 'bigint', direction: 'desc' },
    keyOf: ({ loan }) => loan.outstandingPrincipalMinor.toString(),
  },
  '-principal': {
    ...{ key: loans.principalMinor, type: 'bigint', direction: 'desc' },
    keyOf: ({ loan }) => loan.principalMinor.toString(),
  },
  nextDue: {
    ...{ key: NEXT_DUE, type: 'date', direction: 'asc' },
    keyOf: ({ loan }) => loan.nextDueOn ?? 'infinity',
  },
};

/** A partner sees the loans of its own applications. */
function scopeOf(db: Queryable, actor: Actor): SQL | undefined {
  const condition = visibleTo(actor, 'Loan', {
    customerId: loans.customerId,
    partnerId: applications.partnerId,
    branch: loans.branch,
  });
  if (condition === undefined || actor.kind !== 'partner') return condition;
  return inArray(loans.applicationId, db.select({ id: applications.id }).from(applications).where(condition));
}

/** The list of loans for one reader and one set of filters. */
export function loanList(db: Queryable, actor: Actor, query: Query): ListSource<NamedLoan> {
  const order = ORDERS[query.sort];
  const filter = and(
    scopeOf(db, actor),
    query.customerId === undefined ? undefined : eq(loans.customerId, query.customerId),
    clockFilter(loans.clockId, query.clockId),
    query.status === undefined ? undefined : eq(loans.status, query.status),
    query.minDaysOverdue === undefined ? undefined : gte(loans.daysOverdue, query.minDaysOverdue),
    ...conditionsOf(query.where, FILTERS),
  );
  const ids = db.select({ id: loans.id }).from(loans).where(filter);
  return {
    columns: LOAN_COLUMNS,
    all: ids.getSQL(),
    hasMoreThan: async (rows) => (await ids.offset(rows).limit(1)).length > 0,
    placeOf: (row) => [order.keyOf(row), row.loan.id],
    read: async (after, limit) =>
      db
        .select({ loan: loans, customerName: customers.maskedName, partnerId: applications.partnerId })
        .from(loans)
        .innerJoin(applications, eq(applications.id, loans.applicationId))
        .innerJoin(customers, eq(customers.id, loans.customerId))
        .where(
          among(loans.id, await pageIds(db, { table: loans, id: loans.id, filter, order, after, limit })),
        )
        .orderBy(...sortedBy(order, loans.id)),
  };
}

import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListApplications } from '../../contracts/http/applications';
import type { APPLICATION_FIELDS, APPLICATION_ORDERS } from '../../contracts/http/list-fields';
import type { Queryable } from '../../db/client';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import type { Actor } from '../auth/actor';
import type { NamedApplication } from '../reads/applications';
import { clockFilter } from '../reads/clock-scope';
import { hourOf, leftStage, MOVE_IS, moved } from '../reads/moves';
import { visibleTo } from '../reads/scope';
import { applicationColumns } from './application-columns';
import { conditionsOf, type FilterColumn, present } from './conditions';
import type { ListSource } from './list-source';
import { type Order, sortedBy } from './order';
import { among, pageIds } from './page-ids';

type Query = z.output<typeof ListApplications>;

const OPEN = sql`${applications.stage} <> 'CLOSED'`;
const CLOSED = sql`${applications.stage} = 'CLOSED'`;

const FILTERS: Readonly<Record<keyof typeof APPLICATION_FIELDS, FilterColumn>> = {
  stage: { kind: 'code', column: applications.stage },
  product: { kind: 'code', column: applications.productCode },
  channel: { kind: 'code', column: applications.channel },
  purpose: { kind: 'code', column: applications.purpose },
  outcome: { kind: 'code', column: applications.outcome },
  route: { kind: 'code', column: applications.route },
  grade: { kind: 'code', column: applications.grade },
  currency: { kind: 'code', column: applications.currency },
  amount: { kind: 'amount', column: applications.amountMinor },
  term: { kind: 'count', column: applications.termMonths },
  score: { kind: 'count', column: applications.score },
  created: { kind: 'instant', column: applications.createdAt },
  since: { kind: 'instant', column: applications.stageSince },
  open: { kind: 'flag', yes: OPEN, no: CLOSED },
  parked: present(applications.parkedAt),
};

/** The assessment is for staff; nobody else may sort out by it what the list does not show. */
const STAFF_ONLY: readonly string[] = ['route', 'grade', 'score', 'parked'];

const ORDERS: Readonly<Record<(typeof APPLICATION_ORDERS)[number], Order<NamedApplication>>> = {
  '-id': { key: applications.id, type: 'text', direction: 'desc', keyOf: ({ app }) => app.id },
  id: { key: applications.id, type: 'text', direction: 'asc', keyOf: ({ app }) => app.id },
  '-amount': {
    ...{ key: applications.amountMinor, type: 'bigint', direction: 'desc' },
    keyOf: ({ app }) => app.amountMinor.toString(),
  },
  since: {
    ...{ key: applications.stageSince, type: 'timestamptz', direction: 'asc' },
    keyOf: ({ app }) => app.stageSince.toISOString(),
  },
};

/** The list of applications for one reader and one set of filters. */
export function applicationList(db: Queryable, actor: Actor, query: Query): ListSource<NamedApplication> {
  const order = ORDERS[query.sort];
  const hidden = actor.kind !== 'staff' && query.where?.some(({ field }) => STAFF_ONLY.includes(field));
  const filter = and(
    visibleTo(actor, 'Application', applications),
    hidden ? sql`false` : undefined,
    query.stage === undefined ? undefined : eq(applications.stage, query.stage),
    query.productCode === undefined ? undefined : eq(applications.productCode, query.productCode),
    query.customerId === undefined ? undefined : eq(applications.customerId, query.customerId),
    clockFilter(applications.clockId, query.clockId),
    query.appliedHour === undefined ? undefined : eq(hourOf(applications.createdAt), query.appliedHour),
    query.reached && moved(MOVE_IS[query.reached], query.movedFrom, query.movedTo),
    query.left && leftStage(query.left, query.movedFrom, query.movedTo),
    query.open === undefined ? undefined : query.open === 'true' ? OPEN : CLOSED,
    ...conditionsOf(query.where, FILTERS),
  );
  const ids = db.select({ id: applications.id }).from(applications).where(filter);
  return {
    columns: applicationColumns(actor),
    all: ids.getSQL(),
    hasMoreThan: async (rows) => (await ids.offset(rows).limit(1)).length > 0,
    placeOf: (row) => [order.keyOf(row), row.app.id],
    read: async (after, limit) => {
      const page = { table: applications, id: applications.id, filter, order, after, limit };
      return db
        .select({ app: applications, customerName: customers.maskedName })
        .from(applications)
        .innerJoin(customers, eq(customers.id, applications.customerId))
        .where(among(applications.id, await pageIds(db, page)))
        .orderBy(...sortedBy(order, applications.id));
    },
  };
}

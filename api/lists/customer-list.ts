import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListCustomers, SearchCustomers } from '../../contracts/http/customers';
import type { CUSTOMER_FIELDS, CUSTOMER_ORDERS } from '../../contracts/http/list-fields';
import type { Queryable } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import { parseMobile } from '../../domain/validators/mobile';
import type { Actor } from '../auth/actor';
import { visibleTo } from '../reads/scope';
import { type Column, instant, nameOfCode, text } from './column';
import { conditionsOf, type FilterColumn } from './conditions';
import type { ListSource } from './list-source';
import { type Order, sortedBy } from './order';
import { among, pageIds } from './page-ids';

export type CustomerRow = Pick<
  typeof customers.$inferSelect,
  'id' | 'kind' | 'maskedName' | 'maskedId' | 'maskedPhone' | 'locale' | 'clockId' | 'createdAt'
>;

/** What lists need of a customer; the sealed file stays where it is. */
const MASKED = {
  id: customers.id,
  kind: customers.kind,
  maskedName: customers.maskedName,
  maskedId: customers.maskedId,
  maskedPhone: customers.maskedPhone,
  locale: customers.locale,
  clockId: customers.clockId,
  createdAt: customers.createdAt,
};

const FILTERS: Readonly<Record<keyof typeof CUSTOMER_FIELDS, FilterColumn>> = {
  kind: { kind: 'code', column: customers.kind },
  locale: { kind: 'code', column: customers.locale },
  created: { kind: 'instant', column: customers.createdAt },
};

const ORDERS: Readonly<Record<(typeof CUSTOMER_ORDERS)[number], Order<CustomerRow>>> = {
  '-id': { key: customers.id, type: 'text', direction: 'desc', keyOf: ({ id }) => id },
  id: { key: customers.id, type: 'text', direction: 'asc', keyOf: ({ id }) => id },
};

const KIND_NAMES = { person: { zh: '个人', en: 'Person' }, company: { zh: '企业', en: 'Company' } };

const COLUMNS: readonly Column<CustomerRow>[] = [
  { key: 'name', names: { zh: '姓名', en: 'Name' }, cell: ({ maskedName }) => text(maskedName) },
  {
    key: 'kind',
    names: { zh: '类型', en: 'Kind' },
    cell: ({ kind }, reader) => nameOfCode(reader, KIND_NAMES, kind),
  },
  { key: 'idNo', names: { zh: '证件号', en: 'Identity number' }, cell: ({ maskedId }) => text(maskedId) },
  { key: 'phone', names: { zh: '手机号', en: 'Phone' }, cell: ({ maskedPhone }) => text(maskedPhone) },
  { key: 'at', names: { zh: '建档时间', en: 'Since' }, cell: ({ createdAt }) => instant(createdAt) },
  { key: 'id', names: { zh: '编号', en: 'Number' }, cell: ({ id }) => text(id) },
];

/** A partner sees the customers of its own applications. */
function scopeOf(db: Queryable, actor: Actor): SQL | undefined {
  if (actor.kind !== 'partner' || actor.partnerId === null)
    return visibleTo(actor, 'Customer', { customerId: customers.id });
  return inArray(
    customers.id,
    db
      .select({ id: applications.customerId })
      .from(applications)
      .where(eq(applications.partnerId, actor.partnerId)),
  );
}

/** The list of customers, masked, for one reader and one set of filters. */
export function customerList(
  db: Queryable,
  actor: Actor,
  query: z.output<typeof ListCustomers>,
): ListSource<CustomerRow> {
  const order = ORDERS[query.sort];
  const filter = and(
    scopeOf(db, actor),
    query.clockId === undefined ? undefined : eq(customers.clockId, query.clockId),
    ...conditionsOf(query.where, FILTERS),
  );
  const ids = db.select({ id: customers.id }).from(customers).where(filter);
  return {
    columns: COLUMNS,
    all: ids.getSQL(),
    hasMoreThan: async (rows) => (await ids.offset(rows).limit(1)).length > 0,
    placeOf: (row) => [order.keyOf(row), row.id],
    read: async (after, limit) => {
      const page = { table: customers, id: customers.id, filter, order, after, limit };
      return db
        .select(MASKED)
        .from(customers)
        .where(among(customers.id, await pageIds(db, page)))
        .orderBy(...sortedBy(order, customers.id));
    },
  };
}

/** Customers with just this number, phone or name, found by keyed hashes: nothing readable is compared. */
export function searchCustomers(
  db: Queryable,
  vault: Vault,
  actor: Actor,
  { idNo, phone, name }: z.output<typeof SearchCustomers>,
  limit: number,
): Promise<CustomerRow[]> {
  const mobile = phone === undefined ? undefined : parseMobile(phone);
  const number = mobile?.ok ? mobile.number : phone;
  return db
    .select(MASKED)
    .from(customers)
    .where(
      and(
        scopeOf(db, actor),
        idNo === undefined ? undefined : eq(customers.idIndex, vault.blindIndex('id', idNo.toUpperCase())),
        number === undefined ? undefined : eq(customers.phoneIndex, vault.blindIndex('phone', number)),
        name === undefined ? undefined : eq(customers.nameIndex, vault.blindIndex('name', name)),
      ),
    )
    .orderBy(desc(customers.id))
    .limit(limit);
}

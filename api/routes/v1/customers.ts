import { subject } from '@casl/ability';
import { and, eq, inArray } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page } from '../../../contracts/http/common';
import {
  Customer,
  ListCustomers,
  type PersonalField,
  Revealed,
  RevealRequest,
  SearchCustomers,
} from '../../../contracts/http/customers';
import { Estimate } from '../../../contracts/http/filters';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import type { Action } from '../../../contracts/http/roles';
import { AccountFile, CustomerFile, identityInFile, nameInFile } from '../../../contracts/loan/customer-file';
import { appendAudit } from '../../../db/repositories/audit';
import { applications } from '../../../db/schema/applications';
import { customers as table } from '../../../db/schema/customers';
import type { Actor } from '../../auth/actor';
import { storeComment } from '../../intake/comment';
import { type CustomerRow, customerList, searchCustomers } from '../../lists/customer-list';
import { estimatedRows } from '../../lists/estimate';
import { actorOf } from '../../plugins/authentication';
import { ProblemError } from '../../problem';
import type { RouteDeps } from './deps';
import { formatOf, LIST_MEDIA, pageOfList, sendList } from './list-answer';

type Row = typeof table.$inferSelect;

const tags = ['Customers'];
const params = z.strictObject({ id: Id('cus') });

/** Customers, masked; personal fields only to those permitted, with a reason that stays in the audit record. */
export const customers: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, clock } = deps;
  const customerFor = async (actor: Actor, id: string): Promise<{ row: Row; guarded: Guarded }> => {
    const [row] = await db.select().from(table).where(eq(table.id, id));
    if (row === undefined) throw new ProblemError('NOT_FOUND');
    const partnerId = await partnerOf(actor, id);
    const guarded = subject('Customer', { customerId: id, partnerId, branch: null });
    if (!actor.ability.can('read', guarded)) throw new ProblemError('NOT_FOUND');
    return { row, guarded };
  };

  /** A partner may see the customers of its own applications. */
  const partnerOf = async ({ partnerId }: Actor, customerId: string): Promise<string | null> => {
    if (partnerId === null) return null;
    const [own] = await db
      .select({ id: applications.id })
      .from(applications)
      .where(and(eq(applications.customerId, customerId), eq(applications.partnerId, partnerId)))
      .limit(1);
    return own === undefined ? null : partnerId;
  };

  app.get(
    '/customers',
    {
      schema: {
        operationId: 'listCustomers',
        summary: 'List customers, masked, newest first, or save them as a file',
        tags,
        querystring: ListCustomers,
        response: { 200: Page(Customer), ...PROBLEM_RESPONSES },
      },
      config: { produces: LIST_MEDIA },
      preHandler: app.can('read', 'Customer'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const source = customerList(db, actor, request.query);
      const format = formatOf(request.query, request.headers.accept);
      if (format === 'json') return pageOfList(deps, 'customers', request.query, source, presentCustomer);
      return sendList(deps, request, reply, { name: 'customers', format, query: request.query, source });
    },
  );

  app.get(
    '/customers/estimate',
    {
      schema: {
        operationId: 'estimateCustomers',
        summary: 'About how many a filter leaves',
        tags,
        querystring: ListCustomers,
        response: { 200: Estimate, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Customer'),
    },
    async (request) => {
      const source = customerList(db, actorOf(request), request.query);
      return { rows: await estimatedRows(db, source.all) };
    },
  );

  app.post(
    '/customers/search',
    {
      schema: {
        operationId: 'searchCustomers',
        summary: 'Find customers by a whole number, phone or name',
        tags,
        body: SearchCustomers,
        response: { 200: z.object({ data: z.array(Customer) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Customer'),
    },
    async (request) => {
      const found = await searchCustomers(db, vault, actorOf(request), request.body, FOUND_AT_MOST);
      return { data: found.map(presentCustomer) };
    },
  );

  app.get(
    '/customers/:id',
    {
      schema: {
        operationId: 'getCustomer',
        summary: 'Read a customer, masked',
        tags,
        params,
        response: { 200: Customer, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Customer'),
    },
    async (request) => {
      const { row } = await customerFor(actorOf(request), request.params.id);
      return presentCustomer(row);
    },
  );

  app.post(
    '/customers/:id/reveal',
    {
      schema: {
        operationId: 'revealCustomer',
        summary: 'See personal fields, with a reason',
        tags,
        params,
        body: RevealRequest,
        response: { 200: Revealed, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('reveal', 'Customer'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { row, guarded } = await customerFor(actor, request.params.id);
      const { fields, reason, applicationId } = request.body;
      if (!fields.every((field) => actor.ability.can(REVEAL, guarded, field)))
        throw new ProblemError('FORBIDDEN');
      const at = await clock.now(row.clockId);
      const subjectId = row.id;
      const reasonId = await storeComment(db, vault, request.makeId('cmt'), {
        ...{ subjectId, authorId: actor.id, text: reason, at },
      });
      await db.transaction((tx) =>
        appendAudit(tx, {
          ...{ subject: row.id, at, actorId: actor.id, action: 'customer.revealed', clockId: row.clockId },
          data: { fields: [...fields].sort(), reasonId, applicationId },
        }),
      );
      const file = CustomerFile.parse(
        JSON.parse(vault.openText({ table: 'customers', column: 'sealed', rowId: row.id }, row.sealed)),
      );
      const card = fields.includes('card') ? await cardOf(row.id, applicationId) : null;
      const shown = fields.map((field): [PersonalField, string | null] => [
        field,
        revealed(file, card, field),
      ]);
      reply.header('cache-control', 'no-store');
      return { customerId: row.id, fields: Object.fromEntries(shown) };
    },
  );

  /** The payout account of one application of the customer. */
  const cardOf = async (customerId: string, applicationId: string | undefined): Promise<string | null> => {
    const [row] = await db
      .select({ id: applications.id, sealed: applications.sealedAccount })
      .from(applications)
      .where(and(eq(applications.customerId, customerId), inArray(applications.id, [applicationId ?? ''])));
    if (row === undefined || row.sealed === null) return null;
    const place = { table: 'applications', column: 'sealed_account', rowId: row.id };
    return AccountFile.parse(JSON.parse(vault.openText(place, row.sealed))).cardNo;
  };
};

/** Equal names may be many; a search that finds more should name a number. */
const FOUND_AT_MOST = 50;

/** A customer as people see one: masked. */
function presentCustomer(row: CustomerRow): z.input<typeof Customer> {
  const { id, kind, maskedName, maskedId, maskedPhone, locale, clockId, createdAt } = row;
  const masked = { name: maskedName, idNo: maskedId, phone: maskedPhone };
  return { id, kind, ...masked, locale, clockId, createdAt: createdAt.toISOString() };
}

const REVEAL: Action = 'reveal';
type Guarded = Exclude<Parameters<Actor['ability']['can']>[1], string>;

function revealed(file: CustomerFile, card: string | null, field: PersonalField): string | null {
  switch (field) {
    case 'name':
      return nameInFile(file);
    case 'idNo':
      return identityInFile(file);
    case 'card':
      return card;
    default:
      return file[field] ?? null;
  }
}

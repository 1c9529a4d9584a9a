import { and, count, desc, eq, lt, sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { ACTIONS, ROLES, SUBJECTS } from '../../../contracts/http/roles';
import { ChangeUser, ListUsers, RoleDetail, User } from '../../../contracts/http/users';
import { type PermissionRow, permissionsOf, type StaffRow } from '../../../db/repositories/access';
import { staffUsers } from '../../../db/schema/access';
import { pageOf } from '../../cursor';
import { changeStaff } from '../../intake/staff';
import { actorOf } from '../../plugins/authentication';
import type { RouteDeps } from './deps';
import { idAfter, listName } from './page';

const tags = ['Users'];

/** People who work for the lender, and what their roles permit; who gives them more is in access-changes.ts. */
export const users: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, clock, cursors }) => {
  const roleDetails = async (): Promise<z.input<typeof RoleDetail>[]> => {
    const rows = await permissionsOf(db, ROLES);
    const people = await db
      .select({ role: sql<string>`unnest(${staffUsers.roles})`.as('role'), users: count() })
      .from(staffUsers)
      .where(eq(staffUsers.active, true))
      .groupBy(sql`role`);
    return ROLES.map((role) => ({
      role,
      users: people.find((one) => one.role === role)?.users ?? 0,
      permissions: rows.filter((row) => row.role === role).map(presentPermission),
    }));
  };

  app.get(
    '/users',
    {
      schema: {
        operationId: 'listUsers',
        summary: 'List staff, newest first',
        tags,
        querystring: ListUsers,
        response: { 200: Page(User), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Staff'),
    },
    async ({ query }) => {
      const name = listName('users', query);
      const after = idAfter(cursors, name, query.cursor);
      const rows = await db
        .select()
        .from(staffUsers)
        .where(
          and(
            query.role === undefined ? undefined : sql`${query.role} = any(${staffUsers.roles})`,
            query.active === undefined ? undefined : eq(staffUsers.active, query.active === 'true'),
            after === undefined ? undefined : lt(staffUsers.id, after),
          ),
        )
        .orderBy(desc(staffUsers.id))
        .limit(query.limit + 1);
      return pageOf(rows, query.limit, presentUser, ({ id }) => cursors.seal(name, [id]));
    },
  );

  app.patch(
    '/users/:id',
    {
      schema: {
        operationId: 'changeUser',
        summary: 'Correct the name of a member of staff, or disable them; one person alone, felt at once',
        tags,
        params: z.strictObject({ id: Id('usr') }),
        body: ChangeUser,
        response: { 200: User, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('manage', 'Staff'),
    },
    async (request) => {
      const by = { actorId: actorOf(request).id, at: await clock.now(null) };
      return presentUser(await changeStaff(db, by, request.params.id, request.body));
    },
  );

  app.get(
    '/roles',
    {
      schema: {
        operationId: 'listRoles',
        summary: 'What each role permits',
        tags,
        response: { 200: z.object({ data: z.array(RoleDetail) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Staff'),
    },
    async () => ({ data: await roleDetails() }),
  );
};

function presentUser(row: StaffRow): z.input<typeof User> {
  const { id, issuer, subject, displayName, roles, branch, active } = row;
  return {
    ...{ id, issuer, subject, displayName, roles, branch, active },
    authorityLimitMinor: row.authorityLimitMinor?.toString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

const PermissionNames = z.object({ action: z.enum(ACTIONS), subject: z.enum(SUBJECTS) });

function presentPermission({ action, subject, reach, maxAmountMinor, fields }: PermissionRow) {
  return {
    ...PermissionNames.parse({ action, subject }),
    ...{ reach, fields },
    maxAmountMinor: maxAmountMinor?.toString() ?? null,
  };
}

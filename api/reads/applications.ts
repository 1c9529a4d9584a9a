import { subject } from '@casl/ability';
import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListApplications } from '../../contracts/http/applications';
import type { Action } from '../../contracts/http/roles';
import type { Queryable } from '../../db/client';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import type { Actor } from '../auth/actor';
import { ProblemError } from '../problem';
import { visibleTo } from './scope';

const WITH_NAME = { app: applications, customerName: customers.maskedName };

export type ApplicationRow = typeof applications.$inferSelect;
/** An application with the masked name of its customer. */
export interface NamedApplication {
  app: ApplicationRow;
  customerName: string;
}

/** The application by its id, whoever asks. */
export async function namedApplication(db: Queryable, id: string): Promise<NamedApplication> {
  const [found] = await db
    .select(WITH_NAME)
    .from(applications)
    .innerJoin(customers, eq(customers.id, applications.customerId))
    .where(eq(applications.id, id));
  if (found === undefined) throw new ProblemError('NOT_FOUND');
  return found;
}

/** The application if the actor may do this to it. What is not theirs to see does not exist for them. */
export async function applicationFor(
  db: Queryable,
  actor: Actor,
  action: Action,
  id: string,
): Promise<NamedApplication> {
  const found = await namedApplication(db, id);
  const guarded = subject('Application', {
    customerId: found.app.customerId,
    partnerId: found.app.partnerId,
    branch: null,
  });
  if (!actor.ability.can('read', guarded)) throw new ProblemError('NOT_FOUND');
  if (!actor.ability.can(action, guarded)) throw new ProblemError('FORBIDDEN');
  return found;
}

/** One row more than a page of the applications that the actor may see, newest first. */
export async function listApplications(
  db: Queryable,
  actor: Actor,
  query: z.output<typeof ListApplications>,
  after: string | undefined,
): Promise<NamedApplication[]> {
  const conditions: (SQL | undefined)[] = [
    visibleTo(actor, 'Application', applications),
    after === undefined ? undefined : lt(applications.id, after),
    query.stage && eq(applications.stage, query.stage),
    query.productCode && eq(applications.productCode, query.productCode),
    query.customerId && eq(applications.customerId, query.customerId),
    query.clockId && eq(applications.clockId, query.clockId),
    query.open === undefined
      ? undefined
      : query.open === 'true'
        ? sql`${applications.stage} <> 'CLOSED'`
        : sql`${applications.stage} = 'CLOSED'`,
  ].filter((condition) => condition !== '');
  return db
    .select(WITH_NAME)
    .from(applications)
    .innerJoin(customers, eq(customers.id, applications.customerId))
    .where(and(...conditions))
    .orderBy(desc(applications.id))
    .limit(query.limit + 1);
}

import { subject } from '@casl/ability';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Action } from '../../contracts/http/roles';
import type { Queryable } from '../../db/client';
import { compiledRead } from '../../db/compiled';
import { applications } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import type { Actor } from '../auth/actor';
import { ProblemError } from '../problem';

export type ApplicationRow = typeof applications.$inferSelect;
/** An application with the masked name of its customer. */
export interface NamedApplication {
  app: ApplicationRow;
  customerName: string;
}

const namedById = compiledRead((from) =>
  from
    .select({ app: getTableColumns(applications), customerName: customers.maskedName })
    .from(applications)
    .innerJoin(customers, eq(customers.id, applications.customerId))
    .where(eq(applications.id, sql.placeholder('id'))),
);

/** The application by its id, whoever asks. */
export async function namedApplication(db: Queryable, id: string): Promise<NamedApplication> {
  const [found] = await namedById(db, { id });
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

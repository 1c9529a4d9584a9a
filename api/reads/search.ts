import { type AnyColumn, and, desc, eq, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Found } from '../../contracts/http/search';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { applications } from '../../db/schema/applications';
import { contracts } from '../../db/schema/contracts';
import { customers } from '../../db/schema/customers';
import { loans } from '../../db/schema/loans';
import { tasks } from '../../db/schema/tasks';
import { STAGE_NAMES } from '../../domain/loan/names';
import { parseMobile } from '../../domain/validators/mobile';
import type { Actor } from '../auth/actor';
import { stageOf } from '../present/application';
import { visibleTo } from './scope';

const MOST = 8;
const TAIL = 6;

/** What a text can mean: whole ids and ends of ids, a contract's number, and the keyed hashes of what names a customer. */
interface Meaning {
  ids: string[];
  tail: string | null;
  contractNumber: string;
  customer: SQL | undefined;
}

function meaningOf(vault: Vault, text: string): Meaning {
  const bare = text.replace(/^(app|loan|cus|task)\s*·\s*/i, '').toLowerCase();
  const mobile = parseMobile(text);
  const number = text.toUpperCase();
  return {
    ids: [text.toLowerCase()],
    tail: /^[0-9a-hjkmnp-tv-z]{6,26}$/.test(bare) ? bare : null,
    contractNumber: number,
    customer: or(
      NUMBER_TAIL.test(number) ? sql`right(${customers.maskedId}, 4) = ${number}` : undefined,
      eq(customers.nameIndex, vault.blindIndex('name', text)),
      eq(customers.idIndex, vault.blindIndex('id', number)),
      mobile.ok ? eq(customers.phoneIndex, vault.blindIndex('phone', mobile.number)) : undefined,
    ),
  };
}

/** The last four characters of an identity number, which lists show too. */
const NUMBER_TAIL = /^[\dA-HJ-NPQRTUWXY]{4}$/;

/** By its id or the end of it, out of an index on the last six characters. */
function named(id: AnyColumn, { ids, tail }: Meaning): SQL | undefined {
  const end = tail?.slice(-TAIL);
  return or(
    inArray(id, ids),
    tail === null
      ? undefined
      : and(sql`right(${id}, ${sql.raw(String(TAIL))}) = ${end}`, sql`${id} like ${`%${tail}`}`),
  );
}

/** Applications, loans, customers and tasks that the reader may see and the text names; nothing readable is compared. */
export async function search(db: Db, vault: Vault, actor: Actor, text: string): Promise<Found[]> {
  const meaning = meaningOf(vault, text);
  const may = (subject: 'Application' | 'Loan' | 'Customer' | 'Task') => actor.ability.can('read', subject);
  const people = await db
    .select({ id: customers.id, name: customers.maskedName, clockId: customers.clockId })
    .from(customers)
    .where(
      and(
        visibleTo(actor, 'Customer', { customerId: customers.id }),
        or(named(customers.id, meaning), meaning.customer),
      ),
    )
    .orderBy(desc(customers.id))
    .limit(MOST);
  const whose = people.map(({ id }) => id);
  const ofThem = (column: AnyColumn) => (whose.length === 0 ? undefined : inArray(column, whose));
  const signed = db
    .select({ id: contracts.applicationId })
    .from(contracts)
    .where(eq(contracts.number, meaning.contractNumber));
  const [found, owed, work] = await Promise.all([
    may('Application') ? applicationsNamed(db, actor, meaning, ofThem, signed) : [],
    may('Loan') ? loansNamed(db, actor, meaning, ofThem, signed) : [],
    may('Task') ? tasksNamed(db, actor, meaning, ofThem) : [],
  ]);
  const none = { state: null, status: null, taskKind: null, productCode: null, amountMinor: null };
  const customersFound = may('Customer')
    ? people.map((one) => ({ ...none, ...one, kind: 'customer' as const }))
    : [];
  return [...customersFound, ...found, ...owed, ...work];
}

type OfThem = (column: AnyColumn) => SQL | undefined;
type Signed = SQLWrapper;

async function applicationsNamed(db: Db, actor: Actor, meaning: Meaning, ofThem: OfThem, signed: Signed) {
  const rows = await db
    .select({ app: applications, name: customers.maskedName })
    .from(applications)
    .innerJoin(customers, eq(customers.id, applications.customerId))
    .where(
      and(
        visibleTo(actor, 'Application', applications),
        or(
          named(applications.id, meaning),
          ofThem(applications.customerId),
          inArray(applications.id, signed),
        ),
      ),
    )
    .orderBy(desc(applications.id))
    .limit(MOST);
  return rows.map(
    ({ app, name }): Found => ({
      ...{ kind: 'application', id: app.id, name, status: null, taskKind: null, clockId: app.clockId },
      state: STAGE_NAMES[stageOf(app.stage)],
      productCode: app.productCode,
      amountMinor: app.amountMinor.toString(),
    }),
  );
}

async function loansNamed(db: Db, actor: Actor, meaning: Meaning, ofThem: OfThem, signed: Signed) {
  const rows = await db
    .select({ loan: loans, name: customers.maskedName })
    .from(loans)
    .innerJoin(customers, eq(customers.id, loans.customerId))
    .where(
      and(
        visibleTo(actor, 'Loan', { customerId: loans.customerId, branch: loans.branch }),
        or(named(loans.id, meaning), ofThem(loans.customerId), inArray(loans.applicationId, signed)),
      ),
    )
    .orderBy(desc(loans.id))
    .limit(MOST);
  return rows.map(
    ({ loan, name }): Found => ({
      ...{ kind: 'loan', id: loan.id, name, state: null, status: loan.status, taskKind: null },
      ...{ productCode: loan.productCode, clockId: loan.clockId },
      amountMinor: loan.outstandingPrincipalMinor.toString(),
    }),
  );
}

async function tasksNamed(db: Db, actor: Actor, meaning: Meaning, ofThem: OfThem) {
  const theirs = ofThem(tasks.customerId);
  const rows = await db
    .select({ task: tasks, name: customers.maskedName })
    .from(tasks)
    .innerJoin(customers, eq(customers.id, tasks.customerId))
    .where(
      and(
        visibleTo(actor, 'Task', tasks),
        or(named(tasks.id, meaning), theirs && and(theirs, eq(tasks.status, 'open'))),
      ),
    )
    .orderBy(desc(tasks.id))
    .limit(MOST);
  return rows.map(
    ({ task, name }): Found => ({
      ...{ kind: 'task', id: task.id, name, state: null, status: task.status, taskKind: task.kind },
      ...{ productCode: null, clockId: task.clockId, amountMinor: task.amountMinor?.toString() ?? null },
    }),
  );
}

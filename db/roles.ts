import type { Client } from 'pg';

/** Owns every table and runs the migrations; nothing else logs in as it. */
export const OWNER_ROLE = 'loanflow_owner';
/** What server and worker log in as: no owner, no superuser, and no UPDATE, DELETE or TRUNCATE on append-only tables. */
export const APP_ROLE = 'loanflow_app';

export interface RolePasswords {
  owner?: string;
  app?: string;
}

async function makeRole(client: Client, role: string, password: string | undefined): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (known.rowCount === 0) {
    await client.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls`,
    );
  }
  if (password !== undefined) {
    await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
  }
}

async function missingRoles(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [[OWNER_ROLE, APP_ROLE]],
  );
  const present = new Set(rows.map((row) => row.rolname));
  return [OWNER_ROLE, APP_ROLE].filter((role) => !present.has(role));
}

/**
 * Makes the two roles and their rights on this database where the login may do so; a login that may not gets
 * the statements its administrator has to run.
 */
export async function ensureRoles(client: Client, passwords: RolePasswords): Promise<void> {
  const { rows } = await client.query<{ allowed: boolean; database: string }>(
    'select rolsuper or rolcreaterole as allowed, current_database() as database from pg_roles where rolname = current_user',
  );
  const database = client.escapeIdentifier(rows[0]?.database ?? '');
  if (!rows[0]?.allowed) {
    const missing = await missingRoles(client);
    if (missing.length === 0) return;
    const statements = missing.map((role) => `create role ${role} login password '…'`);
    throw new Error(
      `this login may not make the role ${missing.join(' and ')}; have an administrator run: ${statements.join('; ')}; grant create on database ${database} to ${OWNER_ROLE}; grant create on schema public to ${OWNER_ROLE}`,
    );
  }
  await makeRole(client, OWNER_ROLE, passwords.owner);
  await makeRole(client, APP_ROLE, passwords.app);
  await client.query(`grant ${OWNER_ROLE} to current_user`);
  await client.query(`grant connect, create on database ${database} to ${OWNER_ROLE}`);
  await client.query(`grant connect on database ${database} to ${APP_ROLE}`);
  await client.query(`grant usage, create on schema public to ${OWNER_ROLE}`);
  await client.query(`grant usage on schema public to ${APP_ROLE}`);
}

/** From here on this session is the owner, so that whatever it makes belongs to the owner and not to an administrator. */
export async function becomeOwner(client: Client): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(
    `select pg_has_role(current_user, '${OWNER_ROLE}', 'member') as member`,
  );
  if (!rows[0]?.member) {
    throw new Error(
      `this login is not a member of ${OWNER_ROLE}; have an administrator run: grant ${OWNER_ROLE} to <login>`,
    );
  }
  await client.query(`set role ${OWNER_ROLE}`);
}

/**
 * The runtime role reads and writes rows of every table made from now on; the hand-written migrations take
 * UPDATE and DELETE away again where rows are append-only. TRUNCATE is never given.
 */
export async function grantRuntimeRights(client: Client): Promise<void> {
  await client.query(
    `alter default privileges in schema public grant select, insert, update, delete on tables to ${APP_ROLE}`,
  );
  await client.query(
    `alter default privileges in schema public grant usage, select on sequences to ${APP_ROLE}`,
  );
}

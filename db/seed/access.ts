import type { RoleName, SubjectName } from '../../contracts/http/roles';
import type { Queryable } from '../client';
import { partners, permissions, staffUsers } from '../schema/access';

type Reach = 'own' | 'branch' | 'all';
type Row = typeof permissions.$inferInsert;

/** `action:Subject` pairs of a role at one reach; an amount limit holds for deciding tasks. */
function allow(role: RoleName, reach: Reach, pairs: string, maxAmountMinor: bigint | null = null): Row[] {
  return pairs.split(' ').map((pair) => {
    const [action = '', subject = ''] = pair.split(':');
    return { role, reach, action, subject, maxAmountMinor: action === 'decide' ? maxAmountMinor : null };
  });
}

const READ = (subjects: readonly SubjectName[]) => subjects.map((subject) => `read:${subject}`).join(' ');
const CASE_FILE = READ([
  'Application',
  'Task',
  'Contract',
  'Loan',
  'Customer',
  'Product',
  'Command',
  'Event',
]);
const BORROWER =
  'create:Application read:Application supply:Application withdraw:Application read:Contract sign:Contract read:Loan pay:Loan read:Customer read:Command';
const REVIEW = 'claim:Task decide:Task supply:Application';
const PERSONAL = ['name', 'idNo', 'phone', 'mail', 'address', 'card'];

/**
 * What each role may do on a fresh installation. Limits of deciding are in minor units of CNY and reach as far as the
 * authority tables bring tasks to a role; what it may decide alone is for their ceilings.
 */
export const PERMISSIONS: readonly Row[] = [
  // What was signed may be drawn by who signed it, not by a partner in their name.
  ...allow('applicant', 'own', `${BORROWER} draw:Loan`),
  ...allow('applicant', 'all', 'read:Product create:Quote'),
  ...allow('partner', 'own', `${BORROWER} manage:Webhook read:Event manage:ApiKey manage:Scene`),
  ...allow('partner', 'all', 'read:Product create:Quote'),
  ...allow('officer', 'branch', `${CASE_FILE} ${REVIEW} create:Application create:Quote`, 50_000_000n),
  ...allow(
    'senior_officer',
    'branch',
    `${CASE_FILE} ${REVIEW} create:Application create:Quote change:Loan decide:Loan read:Dashboard`,
    100_000_000n,
  ),
  ...allow('committee', 'all', `${CASE_FILE} claim:Task decide:Task create:Quote decide:Loan read:Dashboard`),
  ...allow(
    'risk_manager',
    'all',
    `${CASE_FILE} claim:Task decide:Task create:Quote change:Loan decide:Loan read:Ledger change:Ledger decide:Ledger read:Operation read:Dashboard`,
  ),
  ...allow('collector', 'branch', `${CASE_FILE} claim:Task decide:Task create:Quote pay:Loan`),
  ...allow(
    'operator',
    'all',
    `${CASE_FILE} change:Loan read:Operation resume:Operation manage:TestClock manage:Webhook create:Quote read:Ledger change:Ledger decide:Ledger claim:Task decide:Task read:Dashboard`,
  ),
  ...allow('auditor', 'all', `${CASE_FILE} read:Audit read:Ledger read:Operation read:Staff read:Dashboard`),
  ...allow(
    'administrator',
    'all',
    `${CASE_FILE} manage:Staff read:Staff manage:ApiKey manage:Scene manage:Webhook manage:TestClock read:Operation create:Application create:Quote read:Dashboard`,
  ),
  // Risk managers write policy; another of them or an administrator judges it, and either lets it govern.
  ...allow('risk_manager', 'all', 'read:Policy change:Policy decide:Policy publish:Policy'),
  ...allow('administrator', 'all', 'read:Policy decide:Policy publish:Policy'),
  ...allow('auditor', 'all', 'read:Policy'),
  ...(['officer', 'senior_officer', 'collector', 'risk_manager'] as const).map(
    (role): Row => ({ role, reach: 'branch', action: 'reveal', subject: 'Customer', fields: PERSONAL }),
  ),
];

/** Writes the permissions that are not there yet; rows that a lender changed stay. */
export async function seedPermissions(db: Queryable): Promise<void> {
  await db
    .insert(permissions)
    .values([...PERMISSIONS])
    .onConflictDoNothing();
}

/** Subjects of the development issuer: role, user names, their own limits. */
const DEV_STAFF: readonly { role: RoleName; users: readonly string[] }[] = [
  { role: 'officer', users: ['officer1', 'officer2'] },
  { role: 'senior_officer', users: ['senior1', 'senior2'] },
  { role: 'committee', users: ['committee1', 'committee2', 'committee3', 'committee4'] },
  { role: 'risk_manager', users: ['risk1', 'risk2'] },
  { role: 'collector', users: ['collector1', 'collector2'] },
  { role: 'operator', users: ['operator1', 'operator2'] },
  { role: 'auditor', users: ['auditor1'] },
  { role: 'administrator', users: ['admin1', 'admin2'] },
];

/** Id of a seeded development user, the same on every installation: `usr_` and the user name padded with zeros. */
export function devUserId(user: string): string {
  return `usr_${user.replaceAll(/[ilou]/g, 'x').padStart(26, '0')}`;
}

/** The partner of the development seed. */
export const DEV_PARTNER = { id: 'ptn_00000000000000000000dea1er', code: 'dealer', displayName: '车商演示' };

/** Staff and a partner for development and tests. `issuer` is the development issuer's name. */
export async function seedDevAccess(db: Queryable, issuer: string): Promise<void> {
  const staff = DEV_STAFF.flatMap(({ role, users }) =>
    users.map((user) => ({ id: devUserId(user), issuer, subject: user, displayName: user, roles: [role] })),
  );
  await db.insert(staffUsers).values(staff).onConflictDoNothing();
  await db.insert(partners).values(DEV_PARTNER).onConflictDoNothing();
}

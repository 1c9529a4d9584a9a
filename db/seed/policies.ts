import { newId } from '../../contracts/ids';
import { POLICY_BODIES } from '../../contracts/policy/bodies';
import type { Db } from '../client';
import { policyVersions } from '../schema/policy';
import { POLICY_SEEDS } from './policies/all';

const AUTHOR = 'system:seed';
const APPROVER = 'system:seed-check';
/** Early enough for every test clock and for loans brought over from elsewhere. */
const EFFECTIVE_FROM = '2020-01-01';

/** Publishes the policies that come with the software where there is no version 1 yet; whatever exists is left alone. */
export async function seedPolicies(db: Db, now = new Date()): Promise<number> {
  const rows = POLICY_SEEDS.map(({ kind, code, body }) => ({
    id: newId('pol'),
    kind,
    code,
    version: 1,
    status: 'published' as const,
    body: POLICY_BODIES[kind].parse(body),
    effectiveFrom: EFFECTIVE_FROM,
    author: AUTHOR,
    approver: APPROVER,
    createdAt: now,
    approvedAt: now,
    publishedAt: now,
  }));
  const inserted = await db
    .insert(policyVersions)
    .values(rows)
    .onConflictDoNothing({ target: [policyVersions.kind, policyVersions.code, policyVersions.version] })
    .returning({ id: policyVersions.id });
  return inserted.length;
}

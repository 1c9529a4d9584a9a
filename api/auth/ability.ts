import { createMongoAbility, type ForcedSubject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { Action, SubjectName } from '../../contracts/http/roles';
import type { Actor } from './actor';
import type { Grant } from './reach';

/** What a permission looks at in an object. */
export interface Guarded {
  customerId?: string | null;
  partnerId?: string | null;
  branch?: string | null;
  /** An amount in the house's currency in comparable form, see `comparable`. */
  amountMinor?: string;
  assigneeId?: string | null;
}

/** May this actor do this to that? Built from rows, so that it is data. */
export type Ability = MongoAbility<[Action, SubjectName | (Guarded & ForcedSubject<SubjectName>)]>;

type Rule = RawRuleOf<Ability>;
type Identity = Pick<Actor, 'kind' | 'id' | 'customerIds' | 'partnerId' | 'branch' | 'authorityLimitMinor'>;

/** The ability of an actor out of the rows of its roles. */
export function abilityOf(identity: Identity, grants: readonly Grant[]): Ability {
  return createMongoAbility<Ability>(grants.map((grant) => ruleOf(identity, grant)));
}

function ruleOf(identity: Identity, grant: Grant): Rule {
  return {
    action: grant.action as Action,
    subject: grant.subject as SubjectName,
    conditions: { ...reachOf(identity, grant), ...amountOf(identity, grant) },
    ...(grant.fields !== null && { fields: grant.fields }),
  };
}

function reachOf(
  { kind, id, customerIds, partnerId, branch }: Identity,
  { reach }: Grant,
): Rule['conditions'] {
  if (reach === 'all') return {};
  if (reach === 'branch') return branch === null ? {} : { branch: { $in: [branch, null] } };
  if (kind === 'applicant') return { customerId: { $in: [...customerIds] } };
  if (kind === 'partner') return { partnerId };
  return { assigneeId: id };
}

const ABOVE_EVERY_LIMIT = '9'.repeat(24);

/**
 * An amount whose order as a text is its order as a number: the condition language compares no bigint, and a float is not
 * exact. One that could not be converted (null) lies above every limit.
 */
export function comparable(amountMinor: bigint | null): string {
  if (amountMinor === null) return ABOVE_EVERY_LIMIT;
  return amountMinor.toString().padStart(24, '0');
}

/** The narrower of the role's limit and the person's own. */
function amountOf({ authorityLimitMinor }: Identity, { action, maxAmountMinor }: Grant): Rule['conditions'] {
  const own = action === 'decide' ? authorityLimitMinor : null;
  const limit = own === null || (maxAmountMinor !== null && maxAmountMinor < own) ? maxAmountMinor : own;
  return limit === null ? {} : { amountMinor: { $lte: comparable(limit) } };
}

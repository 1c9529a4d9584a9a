import type { RoleName } from '../../contracts/http/roles';
import { ROLES } from '../../contracts/http/roles';
import { ViewRole } from '../../contracts/http/views';
import type { SharedRole, ViewRow } from '../../db/repositories/saved-views';
import type { Actor } from '../auth/actor';

type Held = Pick<ViewRow, 'id' | 'ownerId' | 'role' | 'isDefault'>;

/** Who administers staff looks after every shared view, and says which of them opens for a role. */
export const isSteward = ({ ability }: Pick<Actor, 'ability'>): boolean => ability.can('manage', 'Staff');

/** Sharing with a role is for those who decide about loans beside the first reviewer, and for stewards. */
export const mayShare = (actor: Pick<Actor, 'ability'>): boolean =>
  actor.ability.can('decide', 'Loan') || isSteward(actor);

/** Shared views are read by their role and by stewards, own ones by their owner. */
export function maySee(actor: Pick<Actor, 'id' | 'roles' | 'ability'>, view: Held): boolean {
  if (view.ownerId === actor.id) return true;
  return view.role !== null && (actor.roles.includes(view.role) || isSteward(actor));
}

/** A view is its owner's to change, until it opens for a role: then it is a steward's, as any shared one is. */
export function mayChange(actor: Pick<Actor, 'id' | 'ability'>, view: Held): boolean {
  if (view.role !== null && isSteward(actor)) return true;
  return view.ownerId === actor.id && !(view.role !== null && view.isDefault);
}

/** Whether a view may stand as it is meant to: what others meet is not for everybody to say. */
export function mayStand(actor: Pick<Actor, 'ability'>, view: Held): boolean {
  if (view.role === null) return true;
  return view.isDefault ? isSteward(actor) : mayShare(actor);
}

/** Roles of a person with which views can be shared. */
export const sharedRoles = (roles: readonly RoleName[]): SharedRole[] =>
  roles.flatMap((role) => ViewRole.safeParse(role).data ?? []);

/** Which view opens by itself: the person's own default, else that of the first of their roles, in the order of the table of roles. */
export function opensWith(
  views: readonly Held[],
  actor: { id: string; roles: readonly RoleName[] },
): string | null {
  const defaults = views.filter(({ isDefault }) => isDefault);
  const own = defaults.find(({ ownerId, role }) => role === null && ownerId === actor.id);
  if (own !== undefined) return own.id;
  for (const held of ROLES.filter((role) => actor.roles.includes(role))) {
    const given = defaults.find(({ role }) => role === held);
    if (given !== undefined) return given.id;
  }
  return null;
}

import type { z } from 'zod';
import { type SavedView, ViewQuery } from '../../contracts/http/views';
import type { ViewRow } from '../../db/repositories/saved-views';
import type { Actor } from '../auth/actor';
import { mayChange } from '../views/rights';

/** A view as this person sees it. */
export function presentView(actor: Actor, row: ViewRow): z.output<typeof SavedView> {
  const { id, list, name, role, isDefault, version } = row;
  return {
    ...{ id, list, name, role, isDefault, version },
    query: ViewQuery.parse(row.query),
    own: row.ownerId === actor.id,
    changeable: mayChange(actor, row),
    changedAt: row.changedAt.toISOString(),
  };
}

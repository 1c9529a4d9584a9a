import type { ViewedList } from '../../contracts/http/views';
import type { Actor } from '../auth/actor';
import { SUBJECT_OF } from '../exports/source';
import { ProblemError } from '../problem';

/** A member of staff who may read this list; views are for nobody else. */
export function staffReading(actor: Actor, list: ViewedList): Actor {
  const subject = list === 'tasks' ? 'Task' : SUBJECT_OF[list];
  if (actor.kind !== 'staff' || !actor.ability.can('read', subject)) throw new ProblemError('FORBIDDEN');
  return actor;
}

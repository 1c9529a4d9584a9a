import type { Action, SubjectName } from '../../contracts/http/roles';

/** One row of the table of permissions, as it applies to an actor. */
export interface Grant {
  role: string;
  action: string;
  subject: string;
  reach: 'own' | 'branch' | 'all';
  maxAmountMinor: bigint | null;
  fields: string[] | null;
}

/** How far a permission reaches; lists are filtered in the database by it. */
export interface Reach {
  action: Action;
  subject: SubjectName;
  reach: 'own' | 'branch' | 'all';
}

const WIDTH = { own: 0, branch: 1, all: 2 } as const;

/** The widest reach that any of the actor's roles gives. */
export function widestReach(
  grants: readonly Grant[],
  action: Action,
  subject: SubjectName,
): Reach | undefined {
  let best: Reach['reach'] | undefined;
  for (const grant of grants) {
    if (grant.action !== action || grant.subject !== subject) continue;
    if (best === undefined || WIDTH[grant.reach] > WIDTH[best]) best = grant.reach;
  }
  return best === undefined ? undefined : { action, subject, reach: best };
}

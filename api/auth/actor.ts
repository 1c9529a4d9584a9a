import type { RoleName } from '../../contracts/http/roles';
import type { Ability } from './ability';
import type { Reach } from './reach';

/** Who sends a request, after authentication. */
export interface Actor {
  kind: 'staff' | 'applicant' | 'partner';
  /** `usr_…` of staff, `ptn_…` of a partner, `sub_…` of an applicant (who may have several customer rows, or none yet). */
  id: string;
  displayName: string;
  roles: readonly RoleName[];
  /** For applicants: identity at the issuer, as kept with their customer rows. */
  subject: string;
  customerIds: readonly string[];
  /** The built-in account of a borrower, and the session it speaks in. */
  accountId: string | null;
  sessionId: string | null;
  partnerId: string | null;
  branch: string | null;
  authorityLimitMinor: bigint | null;
  ability: Ability;
  /** How far a permission reaches, for filtering lists. */
  reach: (action: Parameters<Ability['can']>[0], subject: Reach['subject']) => Reach | undefined;
}

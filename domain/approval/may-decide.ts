/** A person who wants to decide, as the lender's own records know them. */
export interface Decider {
  readonly id: string;
  readonly active: boolean;
  readonly roles: readonly string[];
}

/** A task as far as the right to decide it depends on it. Instants are ISO texts of one form, compared as text. */
export interface DecidableTask {
  readonly status: 'open' | 'paused' | 'done' | 'cancelled';
  readonly requiredRole: string;
  readonly deputyRole: string | null;
  /** From when the deputy may act, because nobody else did. */
  readonly deputyFrom: string | null;
  readonly amountMinor: bigint;
  /** Who entered, changed or already decided the application at another tier. */
  readonly makerIds: readonly string[];
  readonly voterIds: readonly string[];
}

/** The most each role may decide alone. */
export interface Ceiling {
  readonly role: string;
  readonly maxAmountMinor: string;
}

export type DecideRefusal =
  | 'TASK_NOT_OPEN'
  | 'NOT_AUTHORISED'
  | 'MAKER_IS_CHECKER'
  | 'ALREADY_VOTED'
  | 'AMOUNT_ABOVE_AUTHORITY';

export type MayDecide =
  | { readonly ok: true; readonly asRole: string }
  | { readonly ok: false; readonly code: DecideRefusal };

/**
 * 审贷分离, 分级审批 (商业银行法 35): right role, not the maker, one vote each, within the role's ceiling. Ceilings are
 * null where a higher tier decides afterwards: this one then only recommends.
 */
export function mayDecide(
  actor: Decider,
  task: DecidableTask,
  ceilings: readonly Ceiling[] | null,
  now: string,
): MayDecide {
  const refuse = (code: DecideRefusal): MayDecide => ({ ok: false, code });
  if (task.status !== 'open') return refuse('TASK_NOT_OPEN');
  const asRole = actingRole(actor, task, now);
  if (asRole === null) return refuse('NOT_AUTHORISED');
  if (task.makerIds.includes(actor.id)) return refuse('MAKER_IS_CHECKER');
  if (task.voterIds.includes(actor.id)) return refuse('ALREADY_VOTED');
  if (ceilings === null) return { ok: true, asRole };
  const ceiling = ceilings.find(({ role }) => role === asRole);
  if (!ceiling || task.amountMinor > BigInt(ceiling.maxAmountMinor)) return refuse('AMOUNT_ABOVE_AUTHORITY');
  return { ok: true, asRole };
}

function actingRole(actor: Decider, task: DecidableTask, now: string): string | null {
  if (!actor.active) return null;
  if (actor.roles.includes(task.requiredRole)) return task.requiredRole;
  const deputyNow = task.deputyFrom !== null && now >= task.deputyFrom;
  if (deputyNow && task.deputyRole !== null && actor.roles.includes(task.deputyRole)) return task.deputyRole;
  return null;
}

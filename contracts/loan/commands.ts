/** What people may order a loan to do. Each is an update and a signal of the same name. */
export const COMMAND_KINDS = [
  'approve',
  'reject',
  'returnForDocuments',
  'withdraw',
  'requestReview',
  'cancelPayout',
  'completeTask',
  'waive',
  'restructure',
  'writeOff',
  'resume',
] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

/** Terms an approver may attach: only to the lender's safe side (lower amount, other term, higher rate). */
export interface Conditions {
  amountMinor?: string;
  termMonths?: number;
  rateBps?: number;
}

/** A command as it crosses to the workflow: ids, codes, dates, amounts. Never free text, never a one-time code. */
export interface CommandInput {
  commandId: string;
  actorId: string;
  taskId?: string;
  reasonCodes?: string[];
  commentId?: string;
  conditions?: Conditions;
  /** Further coded arguments, by command: amounts as minor units, dates as YYYY-MM-DD. */
  terms?: Record<string, string>;
}

/** Why a command was refused; these codes reach the caller as problem codes. */
export const COMMAND_REFUSALS = [
  'WRONG_STAGE',
  'NO_SUCH_TASK',
  'TASK_NOT_OPEN',
  'NOT_AUTHORISED',
  'AMOUNT_ABOVE_AUTHORITY',
  'MAKER_IS_CHECKER',
  'ALREADY_VOTED',
  'BAD_CONDITIONS',
  'REASON_NOT_LISTED',
  'RETURNS_USED_UP',
  'BAD_COMMAND',
  'SIGNAL_NOT_ALLOWED',
  'NOT_PARKED',
  'SECOND_PERSON_NEEDED',
  'PARKED',
  'COMMAND_FAILED',
  'BOOKING_REFUSED',
  'LOAN_CLOSED',
] as const;
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number];

/** What became of an applied command. */
export interface CommandResult {
  commandId: string;
  /** Short code of the effect, such as VOTE_RECORDED, LEVEL_APPROVED, REJECTED, RETURNED, WITHDRAWN. */
  effect: string;
}

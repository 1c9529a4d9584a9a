import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CommandInput, CommandKind, CommandResult, Conditions } from '../../contracts/loan/commands';
import type { LoanProgress } from './state';

/** "Look into the inbox": sent after a row for this loan was written. Carries nothing, so it may come twice or never. */
export const wake = defineSignal('wake');
/** Test clocks only: virtual time has reached `now` (ISO instant). */
export const tick = defineSignal<[{ now: string }]>('tick');
/** What the loan is doing. */
export const progress = defineQuery<LoanProgress>('progress');

type CommandArgs = [CommandInput];

/** The update of a command; its signal has the same name. */
export const commandUpdate = (kind: CommandKind) => defineUpdate<CommandResult, CommandArgs>(kind);
export const commandSignal = (kind: CommandKind) => defineSignal<CommandArgs>(kind);

/** Shown beside each handler in the Temporal UI. */
export const COMMAND_HELP: Record<CommandKind, string> = {
  approve:
    'Approve the open approval task; conditions may lower the amount, change the term or raise the rate.',
  reject: 'Reject the application at the open approval task, with reason codes.',
  returnForDocuments: 'Send the application back for documents; reasonCodes name the documents.',
  withdraw: 'The applicant takes the application back; possible until payout starts.',
  requestReview: 'The applicant asks a person to review an automatic decline.',
  cancelPayout: 'Give up the payout after the bank returned it, and cancel the loan.',
  completeTask: 'Record the outcome of a collection or service task.',
  waive: 'Waive penalty, compound interest, fees or interest.',
  restructure: 'Change the remaining plan: deferral, extension, new rate or capitalised arrears.',
  writeOff: 'Write the loan off; recovery continues.',
  resume: 'Resume a parked loan after the cause was corrected.',
};

/** Ids, codes, dates and amounts are printable ASCII; free text is stored first and passed by id. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value);
const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 50 && value.every(isText);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMinor = (value: unknown): value is string => typeof value === 'string' && /^\d{1,18}$/.test(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const optional = (value: unknown, check: (value: unknown) => boolean): boolean =>
  value === undefined || check(value);

const isConditions = (value: unknown): value is Conditions =>
  isRecord(value) &&
  optional(value.amountMinor, isMinor) &&
  optional(value.termMonths, isCount) &&
  optional(value.rateBps, isCount);

const isTerms = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.keys(value).length <= 20 && Object.values(value).every(isText);

const isCommand = (raw: unknown): raw is Omit<CommandInput, 'commandId'> & { commandId?: string } =>
  isRecord(raw) &&
  isText(raw.actorId) &&
  optional(raw.commandId, isText) &&
  optional(raw.taskId, isText) &&
  optional(raw.commentId, isText) &&
  optional(raw.reasonCodes, isTextList) &&
  optional(raw.conditions, isConditions) &&
  optional(raw.terms, isTerms);

/**
 * Checks by hand what the API, the CLI or the UI sent, since a workflow bundle carries no schema library.
 * A command from the CLI may leave out `commandId`; the given one is used then. Unknown fields are dropped.
 */
export function parseCommand(raw: unknown, commandId: string): CommandInput | undefined {
  if (!isCommand(raw)) return undefined;
  return {
    commandId: raw.commandId ?? commandId,
    actorId: raw.actorId,
    taskId: raw.taskId,
    commentId: raw.commentId,
    reasonCodes: raw.reasonCodes,
    conditions: raw.conditions,
    terms: raw.terms,
  };
}

/** Time of a tick in milliseconds, if that is what was sent. */
export function parseTick(raw: unknown): number | undefined {
  const now = isRecord(raw) && typeof raw.now === 'string' ? Date.parse(raw.now) : Number.NaN;
  return Number.isNaN(now) ? undefined : now;
}

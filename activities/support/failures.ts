import { ApplicationFailure } from '@temporalio/common';

/**
 * The failure taxonomy: every type an activity may fail with, and whether repeating can help. Business refusals are
 * results and never appear here.
 */
export const FAILURES = {
  DATABASE_UNAVAILABLE: { retryable: true, meaning: 'Postgres could not be reached or was shutting down' },
  CONFLICT: { retryable: true, meaning: 'another transaction was faster; the step runs again on fresh rows' },
  SOURCE_UNAVAILABLE: { retryable: true, meaning: 'an outside source did not answer' },
  BANK_UNAVAILABLE: { retryable: true, meaning: 'the bank could not be asked; nothing was sent' },
  BANK_REFUSED: { retryable: false, meaning: 'the bank refused the call itself, not the payment' },
  BOOKING_REFUSED: { retryable: false, meaning: 'the account did not take a booking that the process needs' },
  MESSAGE_GATEWAY_UNAVAILABLE: { retryable: true, meaning: 'the message gateway did not answer' },
  CLOCK_NOT_SETTLED: {
    retryable: true,
    meaning: 'loans of a test clock are still at work; the driver looks again',
  },
  CLOCK_TAKEN_OVER: {
    retryable: true,
    meaning: 'a test clock already stands later: another driver moves it; this one looks again',
  },
  UNEXPECTED: { retryable: true, meaning: 'a bug or a surprise; parked after its attempts' },
  MISSING_ROW: { retryable: false, meaning: 'a row that must exist does not' },
  MISSING_POLICY: { retryable: false, meaning: 'no published version of a policy governs this date' },
  BAD_DATA: { retryable: false, meaning: 'stored data does not have its form' },
  INVARIANT: { retryable: false, meaning: 'a rule of the money engine would be broken' },
  LEDGER_REFUSED: { retryable: false, meaning: 'Postgres refused a posting' },
} as const;
export type FailureType = keyof typeof FAILURES;

/** How often a surprise is repeated before it counts as a bug and the loan is parked. */
const UNEXPECTED_ATTEMPTS = 5;

/** A typed failure. The message is the type and a reference; never the text of what went wrong. */
export function failure(type: FailureType, ref?: string): ApplicationFailure {
  const message = ref === undefined ? type : `${type} ${ref}`;
  return ApplicationFailure.create({ message, type, nonRetryable: !FAILURES[type].retryable });
}

/** Whether repeating cannot help: the step said so. */
export const isFinal = (error: unknown): boolean =>
  error instanceof ApplicationFailure && error.nonRetryable === true;

export const missingRow = (what: string, id: string): ApplicationFailure =>
  failure('MISSING_ROW', `${what} ${id}`);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';

/** Class of a SQLSTATE or socket error code. */
function typeOfCode(code: string): FailureType | undefined {
  if (/^(08|53|57|58)/.test(code) || /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_AGAIN)/.test(code))
    return 'DATABASE_UNAVAILABLE';
  if (/^40/.test(code) || code === '55P03' || code === '23505') return 'CONFLICT';
  if (/^LF/.test(code)) return 'LEDGER_REFUSED';
  if (/^(22|23|42)/.test(code)) return 'BAD_DATA';
  return undefined;
}

/** Type of any thrown thing, walking down its causes: database drivers wrap theirs. */
function typeOf(error: unknown): FailureType {
  for (
    let cause = error;
    typeof cause === 'object' && cause !== null;
    cause = 'cause' in cause ? cause.cause : null
  ) {
    if ('name' in cause && cause.name === 'ZodError') return 'BAD_DATA';
    if ('name' in cause && cause.name === 'MissingPolicyError') return 'MISSING_POLICY';
    if ('code' in cause && cause.code === 'INVARIANT') return 'INVARIANT';
    const type = typeOfCode(codeOf(cause));
    if (type) return type;
    if (cause instanceof Error && /terminated|timeout exceeded|Connection ended/i.test(cause.message)) {
      return 'DATABASE_UNAVAILABLE';
    }
  }
  return 'UNEXPECTED';
}

/**
 * Reduces whatever an activity threw to {type, ref}. Database details and HTTP bodies quote values of customers, so
 * neither text nor cause goes into the history; the log has the type and the place, likewise without text.
 */
export function reduced(error: unknown, ref: string, attempt: number): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  const type = typeOf(error);
  const exhausted = type === 'UNEXPECTED' && attempt >= UNEXPECTED_ATTEMPTS;
  return ApplicationFailure.create({
    message: `${type} ${ref}`,
    type,
    nonRetryable: exhausted || !FAILURES[type].retryable,
  });
}

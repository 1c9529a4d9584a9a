import type { MoneyOperation } from '../../contracts/http/money-operations';
import { decodeLoanEvent, type LoanEventBodyJson } from '../../contracts/loan-events';
import type { Db } from '../../db/client';
import { eventsOf } from '../../db/repositories/loan-events';
import { type LoanRow, termsOf } from '../../db/repositories/loans';
import { bookedEvent } from '../../db/repositories/money-operations';
import { type Account, accountOf } from '../../domain/account/account-of';
import type { LoanEvent } from '../../domain/account/events';
import { toDay } from '../../domain/calendar/civil-day';
import { type Preview, previewOf } from '../../domain/ledger/preview';
import { eventBodyOf } from '../../domain/servicing/operation-event';
import { refusalWords } from '../present/booking-refusal';
import { DRAW_WORDS, END_WORDS } from '../present/draws';
import { fieldProblem, ProblemError } from '../problem';
import { refusedDraw, refusedEnding } from './draws';
import { foldedAccount } from './loans';

/** An operation thought through to its end, before anything is stored. */
export interface OperationDraft {
  readonly body: LoanEventBodyJson;
  readonly preview: Preview;
  /** Amount of the event that a reversal undoes. */
  readonly undoneMinor: bigint | null;
}

/** Only the bank's word undoes money that it moved for us. */
const BANKS_OWN = new Set(['disbursed', 'refunded']);

/** Folds the loan with the operation; refuses with the account's own reason when it would not take it. */
export async function draftOperation(
  db: Db,
  loan: LoanRow,
  operation: MoneyOperation,
  asked: {
    readonly on: string;
    readonly effectiveOn: string;
    readonly moneyId: string;
    readonly reason: string;
  },
): Promise<OperationDraft> {
  const undone = await undoneBy(db, loan, operation);
  if (operation.kind === 'draw') await judgeDraw(db, loan, operation.amountMinor, asked);
  if (operation.kind === 'limit_end') await judgeEnding(db, loan, asked);
  const events = await eventsOf(db, loan.id);
  const terms = termsOf(loan);
  const today = toDay(asked.on);
  const effectiveOn = toDay(asked.effectiveOn);
  const payoff = accountOf(terms, events, { asOf: effectiveOn, knownOn: today }).payoff.totalMinor;
  const body = eventBodyOf(operation, {
    moneyId: asked.moneyId,
    payoffMinor: payoff.toString(),
    reversedKey: undone?.key ?? null,
    reason: asked.reason,
  });
  if (body === null) throw new ProblemError('BAD_COMMAND');
  if ('amountMinor' in body && body.amountMinor === '0')
    throw fieldProblem(
      'OPERATION_REFUSED',
      ['operation'],
      refusalWords({ code: 'NOTHING_OWED' }, terms.schedule.currency),
    );
  const event: LoanEvent = { key: asked.moneyId, effectiveOn, bookedOn: today, body: decodeLoanEvent(body) };
  const preview = previewOf(terms, events, event, today);
  if (!preview.ok)
    throw fieldProblem('OPERATION_REFUSED', ['operation'], refusalWords(preview, terms.schedule.currency));
  return { body, preview, undoneMinor: undone?.amountMinor ?? null };
}

interface Dated {
  readonly on: string;
  readonly effectiveOn: string;
}

/** The loan as it stands today, by which alone an order on its limit is judged. */
async function standingToday(
  db: Db,
  loan: LoanRow,
  { on, effectiveOn }: Dated,
  onlyToday: { readonly en: string; readonly zh: string },
): Promise<Account> {
  if (effectiveOn !== on) throw fieldProblem('VALIDATION_FAILED', ['effectiveOn'], onlyToday);
  return (await foldedAccount(db, loan, on, on)).account;
}

async function judgeDraw(db: Db, loan: LoanRow, amountMinor: string, asked: Dated): Promise<void> {
  const words = { en: 'A draw is paid today', zh: '提款只能当日支付' };
  const account = await standingToday(db, loan, asked, words);
  const refusal = await refusedDraw(db, loan, account, BigInt(amountMinor));
  if (refusal !== null) throw fieldProblem('OPERATION_REFUSED', ['operation'], DRAW_WORDS[refusal]);
}

async function judgeEnding(db: Db, loan: LoanRow, asked: Dated): Promise<void> {
  const words = { en: 'A limit is given up today', zh: '额度只能当日终止' };
  const account = await standingToday(db, loan, asked, words);
  const refusal = await refusedEnding(db, loan, account);
  if (refusal !== null) throw fieldProblem('OPERATION_REFUSED', ['operation'], END_WORDS[refusal]);
}

async function undoneBy(db: Db, loan: LoanRow, operation: MoneyOperation) {
  if (operation.kind !== 'reversal') return null;
  const booked = await bookedEvent(db, loan.id, operation.transactionId);
  if (booked === null)
    throw fieldProblem(
      'OPERATION_REFUSED',
      ['operation'],
      refusalWords({ code: 'EVENT_NOT_FOUND' }, termsOf(loan).schedule.currency),
    );
  if (BANKS_OWN.has(booked.type))
    throw fieldProblem('OPERATION_REFUSED', ['operation'], {
      en: 'Only the bank undoes a payout or a refund',
      zh: '放款和退款只能由银行退回',
    });
  const body = decodeLoanEvent(booked.body);
  return { key: booked.key, amountMinor: 'amountMinor' in body ? body.amountMinor : null };
}

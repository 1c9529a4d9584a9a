import { and, eq, inArray, like, sql } from 'drizzle-orm';
import { compiledRead } from '../../db/compiled';
import { loadAccount } from '../../db/repositories/account';
import { type BookingOutcome, bookTo, type NewEvent } from '../../db/repositories/book';
import type { LoanRow } from '../../db/repositories/loans';
import { loanMilestones } from '../../db/schema/milestones';
import { debits } from '../../db/schema/money-moves';
import type { Account } from '../../domain/account/account-of';
import type { AccountTerms } from '../../domain/account/terms';
import type { PolicySet } from '../../domain/policy/policy';
import type { ActivityDeps } from '../support/deps';
import { missingRow } from '../support/failures';
import { policiesOf } from '../support/policies';
import { inStep, type Step } from '../support/step';

/** A step of a paid-out loan, with its account as of the business date. */
export interface LoanStep extends Step {
  loan: LoanRow;
  terms: AccountTerms;
  account: Account;
  readonly set: PolicySet;
}

/** Runs a transaction on a loan in servicing. */
export function inLoanStep<T>(
  deps: ActivityDeps,
  applicationId: string,
  work: (step: LoanStep) => Promise<T>,
): Promise<T> {
  return inStep(deps, applicationId, async (step) => work(await asLoanStep(deps, step)));
}

/** Loans by the transaction that opened them: all parts of a step see the same one, with what they booked. */
const opened = new WeakMap<Step['tx'], LoanStep>();

/** The loan of a step, with its account. */
export async function asLoanStep(deps: ActivityDeps, step: Step): Promise<LoanStep> {
  const { tx, app, today } = step;
  const known = opened.get(tx);
  if (known && known.loan.id === app.loanId) return known;
  const loaded = app.loanId === null ? null : await loadAccount(tx, app.loanId, { asOf: today });
  if (!loaded) throw missingRow('loan of', app.id);
  const { loan, terms, account } = loaded;
  const loanStep = { ...step, loan, terms, account, set: await policiesOf(deps, step) };
  opened.set(tx, loanStep);
  return loanStep;
}

/** Books events, or the mere passing of time, to the business date; afterwards the step sees the new account. */
export async function book(step: LoanStep, ...newEvents: NewEvent[]): Promise<BookingOutcome> {
  const { tx, loan, today, app } = step;
  const outcome = await bookTo(tx, { loanId: loan.id, on: today, clockId: app.clockId, newEvents });
  if (outcome.ok && outcome.standing) Object.assign(step, outcome.standing);
  return outcome;
}

/** Notes a milestone as done; false when it was done before. */
export async function markDone(
  { tx, loan, now }: LoanStep,
  key: string,
  kind: string,
  outcome: string,
): Promise<boolean> {
  const inserted = await tx
    .insert(loanMilestones)
    .values({ loanId: loan.id, key, kind, outcome, doneAt: now })
    .onConflictDoNothing()
    .returning({ key: loanMilestones.key });
  return inserted.length > 0;
}

const milestonesDone = compiledRead((from) =>
  from
    .select({ key: loanMilestones.key })
    .from(loanMilestones)
    .where(eq(loanMilestones.loanId, sql.placeholder('loanId'))),
);

/** Keys of everything done for the loan. */
export async function doneKeys({ tx, loan }: LoanStep): Promise<Set<string>> {
  const rows = await milestonesDone(tx, { loanId: loan.id });
  return new Set(rows.map(({ key }) => key));
}

const debitsUnderWay = compiledRead((from) =>
  from
    .select()
    .from(debits)
    .where(
      and(
        eq(debits.loanId, sql.placeholder('loanId')),
        like(debits.key, 'debit/%'),
        inArray(debits.status, ['intent', 'processing']),
      ),
    ),
);

/** The debit that the bank has not answered, if any. */
export async function openDebitOf({ tx, loan }: LoanStep) {
  const [row] = await debitsUnderWay(tx, { loanId: loan.id });
  return row;
}

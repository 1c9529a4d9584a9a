import type { Queryable } from '../../db/client';
import { drawsMade, payoutsOf, standingPayouts } from '../../db/repositories/draws';
import { type LoanRow, termsOf } from '../../db/repositories/loans';
import { pinnedPolicy } from '../../db/repositories/policy';
import type { Account } from '../../domain/account/account-of';
import {
  againstAmount,
  againstDrawing,
  againstEnding,
  type DrawRefusal,
  drawStanding,
  type EndRefusal,
  stagesOf,
} from '../../domain/servicing/drawing';
import { presentDraws } from '../present/draws';
import { foldedAccount } from './loans';

/** Where a loan stands with its draws by its pinned product; null where all of it was paid out at once. */
async function standingOf(db: Queryable, loan: LoanRow, account: Account) {
  const product = await pinnedPolicy(db, 'product', loan.productCode, loan.productVersion);
  const drawing = product === null ? null : stagesOf(product.body);
  if (drawing === null) return null;
  const made = drawsMade(await standingPayouts(db, loan.applicationId));
  return drawStanding(drawing, termsOf(loan), account, made);
}

/** Why an amount may not be drawn from the loan as it stands today; null where it may. */
export async function refusedDraw(
  db: Queryable,
  loan: LoanRow,
  account: Account,
  amountMinor: bigint,
): Promise<DrawRefusal | null> {
  const standing = await standingOf(db, loan, account);
  return standing === null ? 'DRAWING_NOT_AGREED' : againstAmount(account, standing, amountMinor);
}

/** Why the limit may not be given up as the loan stands today; null where it may. */
export async function refusedEnding(
  db: Queryable,
  loan: LoanRow,
  account: Account,
): Promise<EndRefusal | null> {
  return againstEnding(termsOf(loan), account, await standingOf(db, loan, account));
}

/** What is drawn and what may still be, with every payout of the loan. */
export async function readDraws(db: Queryable, loan: LoanRow, today: string) {
  const { account } = await foldedAccount(db, loan, today, today);
  const standing = await standingOf(db, loan, account);
  const refusal = standing === null ? 'DRAWING_NOT_AGREED' : againstDrawing(account, standing);
  const endRefusal = againstEnding(termsOf(loan), account, standing);
  const rows = await payoutsOf(db, loan.applicationId);
  return presentDraws(loan, { account, standing, refusal, endRefusal, rows });
}

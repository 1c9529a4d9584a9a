import { updateWhere } from '../../db/compiled';
import { drawsMade, isUnderWay, type PayoutRow, standingPayouts } from '../../db/repositories/draws';
import { exposures } from '../../db/schema/applications';
import {
  type DrawStanding,
  drawnOf,
  drawStanding,
  reservedMinor,
  stagesOf,
} from '../../domain/servicing/drawing';
import type { LoanStep } from './loan-step';

/** A loan's draws: how much is left, and the one that is on its way. */
export interface Draws {
  readonly standing: DrawStanding;
  readonly open: PayoutRow | undefined;
}

const changeExposure = updateWhere(exposures, 'applicationId');

/** Where the loan stands with its draws; null where all of it was paid out at once by its product. */
export async function drawsOf({ tx, app, account, terms, set }: LoanStep): Promise<Draws | null> {
  const drawing = stagesOf(set.product.body);
  if (drawing === null) return null;
  const rows = await standingPayouts(tx, app.id);
  return { standing: drawStanding(drawing, terms, account, drawsMade(rows)), open: rows.find(isUnderWay) };
}

/** Sets what of the customer's limit the loan takes; `drawn` also says that money is out. */
export async function reserve(step: LoanStep, became?: 'drawn'): Promise<void> {
  const { tx, app, now, account, terms } = step;
  const draws = await drawsOf(step);
  const amountMinor = draws === null ? drawnOf(terms, account) : reservedMinor(draws.standing, account.asOf);
  await changeExposure(tx, app.id, { amountMinor, updatedAt: now, ...(became && { state: became }) });
}

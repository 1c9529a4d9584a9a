import type { ProductBody } from '../../contracts/policy/product';
import { InvariantError } from '../invariant';
import { allocate } from '../money/allocate';
import type { Period } from '../schedule/due-dates';
import type { CustomRow } from '../schedule/terms';
import { rowsOf } from './periods';

type Repayment = ProductBody['repayment'];

/** All of a principal, in the millionths that tables count by. */
export const WHOLE_PPM = 1_000_000;

/** What is wrong with a table: other rows than its term has, shares that are not the whole, or a last row that repays nothing. */
export type TableFault = 'rows' | 'sum' | 'last';

export function tableFault(
  repayment: Repayment,
  { termMonths, sharesPpm }: NonNullable<Repayment['customTables']>[number],
): TableFault | null {
  if (sharesPpm.length !== rowsOf(repayment, termMonths)) return 'rows';
  if (sharesPpm.reduce((sum, share) => sum + share, 0) !== WHOLE_PPM) return 'sum';
  return sharesPpm.at(-1) === 0 ? 'last' : null;
}

/** The sound table of a term; null where the product has none. */
export function tableShares(repayment: Repayment, termMonths: number): readonly number[] | null {
  const table = repayment.customTables?.find((one) => one.termMonths === termMonths);
  return table !== undefined && tableFault(repayment, table) === null ? table.sharesPpm : null;
}

/** The table's rows over due dates, in steps of the smallest amount; the largest remainders take the odd ones, the last row what is below a step. */
export function tableRows(
  shares: readonly number[] | null,
  periods: readonly Pick<Period, 'contractualDueOn'>[],
  { lentMinor, quantum }: { readonly lentMinor: bigint; readonly quantum: bigint },
): CustomRow[] {
  if (shares === null || shares.length !== periods.length)
    throw new InvariantError('a custom plan needs a table with a row for each period');
  const parts = allocate(
    lentMinor / quantum,
    shares.map((share) => BigInt(share)),
  );
  const below = lentMinor % quantum;
  return periods.map(({ contractualDueOn: dueOn }, index) => ({
    dueOn,
    principalMinor: (parts[index] ?? 0n) * quantum + (index === periods.length - 1 ? below : 0n),
  }));
}

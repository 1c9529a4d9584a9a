import type { ProductBody } from '../../contracts/policy/product';
import { WHOLE_PPM } from '../schedule/table-rows';
import { rowsOf } from './periods';

type Repayment = ProductBody['repayment'];

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

import type { ProductBody } from '../../../contracts/policy/product';
import { tableFault } from '../custom-table';
import { rowsOf } from '../periods';
import { missingFor } from '../repayment-method';
import { blocks, type Finding } from './finding';

/** A method that is offered is described, and leaves a row that repays principal. */
export function reviewMethods(
  termsMonths: readonly number[],
  repayment: ProductBody['repayment'],
): Finding[] {
  const { methods, interestOnlyFirst } = repayment;
  const missing = methods.flatMap((method) => missingFor(repayment, method) ?? []);
  const rows = rowsOf(repayment, Math.min(...termsMonths));
  const tooLong = methods.includes('interest-only-first') && (interestOnlyFirst?.periods ?? 0) >= rows;
  return [
    ...missing.map((field) => blocks('METHOD_INCOMPLETE', ['repayment', field])),
    ...(tooLong
      ? [
          blocks('INTEREST_ONLY_TOO_LONG', ['repayment', 'interestOnlyFirst', 'periods'], {
            rows: String(rows),
          }),
        ]
      : []),
    ...(methods.includes('custom') ? reviewTables(termsMonths, repayment) : []),
  ];
}

/** A custom plan has one sound table for each term that is offered. */
function reviewTables(termsMonths: readonly number[], repayment: ProductBody['repayment']): Finding[] {
  const tables = repayment.customTables ?? [];
  const terms = tables.map(({ termMonths }) => termMonths);
  const missing = termsMonths.filter((months) => !terms.includes(months));
  return [
    ...(tables.length === 0 ? [] : missing).map((months) =>
      blocks('TABLE_MISSING', ['repayment', 'customTables'], { months: String(months) }),
    ),
    ...tables.flatMap((table, at) => {
      const path = ['repayment', 'customTables', at];
      const months = String(table.termMonths);
      if (terms.indexOf(table.termMonths) < at)
        return [blocks('TWICE', [...path, 'termMonths'], { what: months })];
      const rows = String(rowsOf(repayment, table.termMonths));
      return tableFault(repayment, table) === null
        ? []
        : [blocks('TABLE_UNFIT', [...path, 'sharesPpm'], { months, rows })];
    }),
  ];
}

/** 期初付: the first row falls due with the payout, so it must repay principal alone, and others must follow. */
export function reviewStart({ repayment, termsMonths, drawing }: ProductBody): Finding[] {
  if (repayment.dueAt !== 'period-start') return [];
  const { principalGracePeriods, interestGracePeriods, interestFreePeriods, interestFreeDays } = repayment;
  const grace = [principalGracePeriods, interestGracePeriods, interestFreePeriods, interestFreeDays];
  const fits =
    repayment.methods.every((method) => method === 'equal-instalment' || method === 'equal-principal') &&
    grace.every((count) => !count) &&
    rowsOf(repayment, Math.min(...termsMonths)) > 1 &&
    !(drawing?.kind === 'staged' && drawing.term === 'full');
  return fits ? [] : [blocks('START_UNFIT', ['repayment', 'dueAt'])];
}

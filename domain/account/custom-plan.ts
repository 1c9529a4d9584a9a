import { allocate } from '../money/allocate';
import { least } from '../money/least';
import type { ScheduleRow } from '../schedule/schedule';
import type { CustomRow, Method, ScheduleTerms } from '../schedule/terms';
import type { AccountState } from './state';

/** Rows added by an extension weigh as much as the table's last one. */
function rowsOver(rows: readonly CustomRow[], count: number): readonly CustomRow[] {
  const last = rows.at(-1);
  if (last === undefined || rows.length >= count) return rows.slice(0, count);
  return [...rows, ...Array<CustomRow>(count - rows.length).fill(last)];
}

/** An agreed table follows the balance: parts shrink in proportion, or the last ones fall away. */
export function customTerms(state: AccountState, terms: ScheduleTerms): ScheduleTerms {
  const { method } = terms;
  if (method.kind !== 'custom') return terms;
  const rows = rowsOver(method.rows, state.dues.length);
  const parts = rows.map((row) => row.principalMinor);
  const agreed = parts.reduce((sum, part) => sum + part, 0n);
  if (agreed === state.balanceMinor && rows.length === method.rows.length) return terms;
  const inProportion = state.keep === 'term' && agreed > 0n;
  const fitted = inProportion ? allocate(state.balanceMinor, parts) : eaten(parts, state.balanceMinor);
  const adjusted = rows.map(({ dueOn, feeMinor }, index) => ({
    dueOn,
    feeMinor,
    principalMinor: fitted[index] ?? 0n,
  }));
  return { ...terms, method: { kind: 'custom', rows: adjusted } };
}

type CustomMethod = Extract<Method, { kind: 'custom' }>;

/** The table over another principal, its parts in the same proportion. */
export function scaledTable(method: CustomMethod, principalMinor: bigint): CustomMethod {
  const agreed = method.rows.map((row) => row.principalMinor);
  if (agreed.reduce((sum, part) => sum + part, 0n) === principalMinor) return method;
  const parts = allocate(principalMinor, agreed);
  const rows = method.rows.map((row, index) => ({ ...row, principalMinor: parts[index] ?? 0n }));
  return { kind: 'custom', rows };
}

/** Parts as they stand until the balance is used up. */
function eaten(parts: readonly bigint[], balanceMinor: bigint): bigint[] {
  let left = balanceMinor;
  return parts.map((agreed) => {
    const part = least(agreed, left);
    left -= part;
    return part;
  });
}

/** Makes the rows that are laid the agreed ones, so that what is kept from now on is what the borrower last saw. */
export function adoptRows({ schedule, dues }: AccountState, laid: readonly ScheduleRow[]): ScheduleTerms {
  const { method } = schedule;
  const [first] = dues;
  if (method.kind !== 'custom' || first === undefined) return schedule;
  const passed = method.rows.slice(0, Math.max(0, first.no - 1));
  const rows = dues.map(
    ({ dueOn }, index): CustomRow => ({ dueOn, principalMinor: laid[index]?.principalMinor ?? 0n }),
  );
  return { ...schedule, method: { kind: 'custom', rows: [...passed, ...rows] } };
}

/** Rows of a table that a smaller balance still needs when their parts stand. */
export function rowsNeeded(parts: readonly bigint[], balanceMinor: bigint): number {
  const needed = eaten(parts, balanceMinor).findLastIndex((part) => part > 0n) + 1;
  const covered = parts.slice(0, needed).reduce((sum, part) => sum + part, 0n);
  return covered < balanceMinor ? parts.length : needed;
}

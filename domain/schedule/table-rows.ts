import type { Day } from '../calendar/civil-day';
import { InvariantError } from '../invariant';
import { allocate } from '../money/allocate';
import type { CustomRow } from './terms';

/** All of a principal, in the millionths that shares of it are counted by. */
export const WHOLE_PPM = 1_000_000;

/** Shares of a principal as rows over due dates, in steps of the smallest amount; the largest remainders take the odd ones, the last row what is below a step. */
export function tableRows(
  shares: readonly number[],
  dues: readonly { readonly contractualDueOn: Day }[],
  { lentMinor, quantum }: { readonly lentMinor: bigint; readonly quantum: bigint },
): CustomRow[] {
  if (shares.length !== dues.length) throw new InvariantError('a table needs a row for each due date');
  const parts = allocate(
    lentMinor / quantum,
    shares.map((share) => BigInt(share)),
  );
  const below = lentMinor % quantum;
  return dues.map(({ contractualDueOn: dueOn }, index) => ({
    dueOn,
    principalMinor: (parts[index] ?? 0n) * quantum + (index === dues.length - 1 ? below : 0n),
  }));
}

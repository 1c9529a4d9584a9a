import { declined } from './declined';
import type { Ending } from './ending';
import type { LoanProcess } from './process';
import { supplement } from './supplement';

/** Completeness, entry rules and the reservation of the amount; missing documents are asked for until complete. */
export async function preScreen(process: LoanProcess): Promise<Ending | null> {
  for (;;) {
    process.enter('PRE_SCREEN');
    const result = await process.record('preScreen', process.ref);
    if (result.verdict === 'pass') return null;
    if (result.verdict === 'decline') return declined(process, result);
    const end = await supplement(process, result.deadline);
    if (end) return end;
  }
}

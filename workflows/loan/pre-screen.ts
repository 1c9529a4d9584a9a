import { declined } from './declined';
import type { Ending } from './ending';
import type { LoanProcess } from './process';
import { supplement } from './supplement';

/**
 * Completeness, entry rules and the reservation of the amount; missing documents are asked for until complete. Answers
 * the sources to ask when all consents came with the application; null when they are still to be looked at.
 */
export async function preScreen(process: LoanProcess): Promise<Ending | { sources: string[] | null }> {
  for (;;) {
    process.enter('PRE_SCREEN');
    const result = await process.record('preScreen', process.ref);
    if (result.verdict === 'pass') return { sources: result.sources ?? null };
    if (result.verdict === 'decline') return (await declined(process, result)) ?? { sources: null };
    const end = await supplement(process, result.deadline);
    if (end) return end;
  }
}

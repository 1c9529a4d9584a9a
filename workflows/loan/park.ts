import { isCancellation, log } from '@temporalio/workflow';
import type { LoanProcess } from './process';
import { failureType, stubborn } from './steps';

/**
 * Runs a step that must succeed for the loan to go on. What fails for good parks the loan: operators see it in the
 * Temporal UI and in the list of parked loans, correct the cause and send `resume`; then the step runs again.
 */
export async function orPark<T>(process: LoanProcess, step: string, run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (isCancellation(error)) throw error;
      await parked(process, step, failureType(error));
    }
  }
}

async function parked(process: LoanProcess, step: string, reason: string): Promise<void> {
  const { state } = process;
  log.warn('loan parked', { step, reason });
  state.parked = { step, reason, since: process.now() };
  await stubborn('park', { ...process.ref, step, reason });
  process.show();
  await process.untilResumed();
  state.parked = null;
  await stubborn('unpark', process.ref);
  process.show();
}

import { sleep } from '@temporalio/workflow';
import { loan as trueLoan } from '../../../workflows/loan/loan';
import type { LoanInput, LoanOutcome } from '../../../workflows/loan/state';

/** The mistake that the corpus is there to find: one more timer in the path of loans that are running. */
export async function loan(input: LoanInput): Promise<LoanOutcome> {
  await sleep('1s');
  return trueLoan(input);
}

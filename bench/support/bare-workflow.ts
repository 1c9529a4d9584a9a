import { proxyActivities } from '@temporalio/workflow';

export { loan } from '../../workflows/loan/loan';

const { nothing } = proxyActivities<{ nothing(step: number): Promise<void> }>({ startToCloseTimeout: '1m' });
const STEPS = 8;

/** The yardstick: as many remote activities as a loan has, one after the other, that do nothing. */
export async function bare(): Promise<void> {
  for (let step = 1; step <= STEPS; step++) await nothing(step);
}

import { proxyActivities } from '@temporalio/workflow';
import type { ClockSteps } from '../contracts/loan/clock';

const { driveClock } = proxyActivities<ClockSteps>({
  startToCloseTimeout: '1h',
  heartbeatTimeout: '12s',
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
});

/** Moves one test clock to the target that its row states. One such workflow runs per clock at a time. */
export async function advanceClock(clockId: string): Promise<{ now: string; steps: number }> {
  return driveClock({ clockId });
}

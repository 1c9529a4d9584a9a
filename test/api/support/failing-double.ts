import { proxyActivities } from '@temporalio/workflow';

const { sendPayout } = proxyActivities<{ sendPayout(applicationId: string): Promise<void> }>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '5m', maximumAttempts: 3 },
});

/** A loan whose payout fails as long as the test says so, and then would not be tried for five minutes. */
export async function loan(applicationId: string): Promise<void> {
  await sendPayout(applicationId);
}

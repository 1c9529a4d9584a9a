import { proxyActivities, sleep } from '@temporalio/workflow';
import type { WebhookSteps } from '../contracts/loan/webhook-steps';

const { deliverWebhook } = proxyActivities<WebhookSteps>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/** Delivers one webhook message to one endpoint, with growing pauses over days (Standard Webhooks). */
export async function webhookDelivery(deliveryId: string): Promise<string> {
  for (;;) {
    const { outcome, nextDelaySeconds } = await deliverWebhook(deliveryId);
    if (nextDelaySeconds === null) return outcome;
    await sleep(nextDelaySeconds * 1000, { summary: 'until the next try' });
  }
}

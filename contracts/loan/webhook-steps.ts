/** Activities of the workflow that delivers one webhook message. */
export interface WebhookSteps {
  /** Tries once. `nextDelaySeconds` says when to try again; null means delivered or given up. */
  deliverWebhook(
    deliveryId: string,
  ): Promise<{ outcome: 'ok' | 'retry' | 'gone'; nextDelaySeconds: number | null }>;
}

import type { ClockStamp } from '../clock-stamp';

/** A message to a person with its final text; the id makes a repeat harmless at the gateway. */
export type OutgoingMessage = {
  readonly id: string;
  readonly channel: 'sms' | 'mail' | 'inapp';
  readonly to: string;
  readonly templateCode: string;
  readonly subject: string;
  readonly body: string;
  readonly locale?: 'zh-CN' | 'en';
};

export type MessageContext = { readonly clock?: ClockStamp };

/** The message gateway; a failed call is thrown as ProviderError, a repeat of an id changes nothing. */
export type MessageClient = {
  send(message: OutgoingMessage, ctx: MessageContext): Promise<{ readonly gatewayRef: string }>;
  close(): Promise<void>;
};

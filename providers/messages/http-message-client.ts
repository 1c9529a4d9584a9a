import { Agent } from 'undici';
import { z } from 'zod';
import { clockHeaders } from '../clock-stamp';
import { Breaker, type BreakerOptions, usualBreaker } from '../http/breaker';
import type { CallMeter } from '../http/call-meter';
import { callJson, parseJson, refuseStatus } from '../http/json-call';
import { ProviderError } from '../provider-error';
import type { MessageClient, MessageContext, OutgoingMessage } from './port';

const PARTY = 'messages';
const accepted = z.object({ gatewayRef: z.string() });

/** Hands messages to the gateway over HTTP. */
export class HttpMessageClient implements MessageClient {
  private readonly agent = new Agent({ connections: 16, keepAliveTimeout: 30_000 });
  private readonly breaker: Breaker;

  constructor(
    private readonly options: {
      readonly baseUrl: string;
      readonly timeoutMs: number;
      readonly secret?: string;
      readonly breaker?: BreakerOptions;
      readonly meter?: CallMeter;
    },
  ) {
    this.breaker = new Breaker(PARTY, options.breaker ?? usualBreaker, options.meter);
  }

  async send(message: OutgoingMessage, ctx: MessageContext): Promise<{ readonly gatewayRef: string }> {
    const { status, text } = await this.breaker.run(async () => {
      const answer = await callJson({
        party: PARTY,
        dispatcher: this.agent,
        method: 'POST',
        url: this.options.baseUrl.replace(/\/$/, ''),
        timeoutMs: this.options.timeoutMs,
        body: message,
        headers: {
          ...(this.options.secret && { authorization: `Bearer ${this.options.secret}` }),
          ...clockHeaders(ctx.clock),
        },
      });
      if (answer.status >= 500) refuseStatus(PARTY, answer.status);
      return answer;
    });
    refuseStatus(PARTY, status);
    const parsed = accepted.safeParse(parseJson(PARTY, text));
    if (!parsed.success)
      throw new ProviderError('BAD_ANSWER', PARTY, { reason: 'unexpected form of a receipt' });
    return parsed.data;
  }

  /** The gateway's breaker for the console. */
  breakerState() {
    return { source: PARTY, ...this.breaker.state };
  }

  close(): Promise<void> {
    return this.agent.close();
  }
}

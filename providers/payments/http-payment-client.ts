import { Agent } from 'undici';
import { type BankStatement, bankStatement } from '../../contracts/sources/bank-statement';
import type { PaymentAnswer, PaymentQueryAnswer } from '../../contracts/sources/payment-order';
import { clockHeaders } from '../clock-stamp';
import { Breaker, type BreakerOptions, usualBreaker } from '../http/breaker';
import type { CallMeter } from '../http/call-meter';
import { callJson, type JsonAnswer, parseJson, refuseStatus, wasNeverSent } from '../http/json-call';
import { ProviderError } from '../provider-error';
import { readOrderAnswer } from './bank-answers';
import type { DebitOrder, PaymentClient, PaymentContext, PayoutOrder } from './port';

/** Where the bank is and how patient we are with it. */
export type PaymentClientOptions = {
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly secret?: string;
  readonly breaker?: BreakerOptions;
  readonly meter?: CallMeter;
};

const PARTY = 'bank';
const CONFLICT = 409;
const NOT_FOUND = 404;

/** Speaks to the bank over HTTP; what may have moved money and has no clear answer is `unknown`. */
export class HttpPaymentClient implements PaymentClient {
  private readonly agent = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
  private readonly breaker: Breaker;

  constructor(private readonly options: PaymentClientOptions) {
    this.breaker = new Breaker(PARTY, options.breaker ?? usualBreaker, options.meter);
  }

  sendPayout(order: PayoutOrder, ctx: PaymentContext): Promise<PaymentAnswer> {
    return this.send('/payouts', order, { memo: order.memo }, ctx);
  }

  sendDebit(order: DebitOrder, ctx: PaymentContext): Promise<PaymentAnswer> {
    return this.send('/debits', order, { memo: order.memo, mandateRef: order.mandateRef }, ctx);
  }

  queryPayout(key: string, ctx: PaymentContext): Promise<PaymentQueryAnswer> {
    return this.find('/payouts', key, ctx);
  }

  queryDebit(key: string, ctx: PaymentContext): Promise<PaymentQueryAnswer> {
    return this.find('/debits', key, ctx);
  }

  async fetchStatement(
    { on, currency }: { readonly on: string; readonly currency: string },
    ctx: PaymentContext,
  ): Promise<BankStatement> {
    const path = `/statements/${encodeURIComponent(on)}?currency=${encodeURIComponent(currency)}`;
    const answer = await this.call('GET', path, ctx);
    refuseStatus(PARTY, answer.status);
    const parsed = bankStatement.safeParse(parseJson(PARTY, answer.text));
    if (!parsed.success || parsed.data.currency !== currency)
      throw new ProviderError('BAD_ANSWER', PARTY, { reason: 'unexpected form of a statement' });
    return parsed.data;
  }

  /** The bank's breaker for the console. */
  breakerState() {
    return { source: PARTY, ...this.breaker.state };
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  private async send(
    path: string,
    order: PayoutOrder | DebitOrder,
    extra: Readonly<Record<string, string>>,
    ctx: PaymentContext,
  ): Promise<PaymentAnswer> {
    const body = {
      orderNo: order.key,
      amountMinor: order.amountMinor,
      currency: order.currency,
      cardNo: order.account.cardNo,
      holderName: order.account.holderName,
      ...extra,
    };
    try {
      const answer = await this.call('POST', path, ctx, body);
      if (answer.status === CONFLICT) throw new ProviderError('REFUSED', PARTY, { reason: 'order conflict' });
      refuseStatus(PARTY, answer.status);
      const state = readOrderAnswer(parseJson(PARTY, answer.text), PARTY);
      if (state.status === 'returned' || state.status === 'absent') return { status: 'unknown' };
      return state;
    } catch (error) {
      if (error instanceof ProviderError && mayHaveMovedMoney(error)) return { status: 'unknown' };
      throw error;
    }
  }

  private async find(path: string, key: string, ctx: PaymentContext): Promise<PaymentQueryAnswer> {
    const answer = await this.call('GET', `${path}/${encodeURIComponent(key)}`, ctx);
    if (answer.status === NOT_FOUND) return absentOrThrow(answer);
    refuseStatus(PARTY, answer.status);
    return readOrderAnswer(parseJson(PARTY, answer.text), PARTY);
  }

  private call(
    method: 'GET' | 'POST',
    path: string,
    ctx: PaymentContext,
    body?: unknown,
  ): Promise<JsonAnswer> {
    return this.breaker.run(async () => {
      const answer = await callJson({
        party: PARTY,
        dispatcher: this.agent,
        method,
        url: `${this.options.baseUrl.replace(/\/$/, '')}${path}`,
        timeoutMs: this.options.timeoutMs,
        body,
        headers: {
          ...(this.options.secret && { authorization: `Bearer ${this.options.secret}` }),
          ...clockHeaders(ctx.clock),
        },
      });
      if (answer.status >= 500) refuseStatus(PARTY, answer.status);
      return answer;
    });
  }
}

/** Everything but a refusal, a rate limit, an open breaker and a connection that never came about. */
function mayHaveMovedMoney(error: ProviderError): boolean {
  if (error.code === 'REFUSED' || error.code === 'RATE_LIMITED') return false;
  return !wasNeverSent(error) && error.detail.reason !== 'breaker open';
}

/** Only the bank's own word makes an order absent; a 404 of something in between does not. */
function absentOrThrow(answer: JsonAnswer): PaymentQueryAnswer {
  const said = parseJson(PARTY, answer.text);
  if (typeof said === 'object' && said !== null && 'code' in said && said.code === 'ORDER_NOT_FOUND') {
    return { status: 'absent' };
  }
  throw new ProviderError('BAD_ANSWER', PARTY, { status: NOT_FOUND });
}

import { createHash } from 'node:crypto';
import type { BankCallback } from '../../contracts/sources/bank-callback';
import type { Callbacks } from '../callbacks/callbacks';
import { cardScenario } from '../card-magic';
import { payoutAmountScenario } from '../magic';
import { dateOf, type Moment } from '../moment';
import { Refusal } from '../refusal';
import { type Behaviour, debitBehaviour, payoutBehaviour } from './behaviour';
import type { Books } from './books';
import type { BankEntry, BankOrder, BankRecord, OrderStep } from './records';

/** An order as the lender sends it. */
export type OrderBody = {
  readonly orderNo: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly cardNo: string;
  readonly holderName: string;
  readonly memo: string;
  readonly mandateRef?: string;
};

/** A borrower's own payment to the lender; `transferNo` names it, so that a repeat is the same transfer. */
export type TransferBody = {
  readonly amountMinor: string;
  readonly currency: string;
  readonly reference: string;
  readonly transferNo?: string;
};

/** How the answer to an order leaves the bank. */
export type Taken = { readonly reply: Behaviour['reply']; readonly order: BankOrder | null };

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const refOf = (prefix: string, key: string) => `${prefix}${hashOf(key).slice(0, 20)}`;

/** The state of an order at an instant. */
export function stateAt(order: BankOrder, nowMs: number): OrderStep {
  const reached = order.steps.filter((step) => step.atMs <= nowMs);
  const last = reached.at(-1) ?? order.steps[0];
  if (!last) throw new Error('an order has at least one step');
  return last;
}

/** The bank's decisions. Every order's whole course is fixed and on the disk before the lender hears of it. */
export class Bank {
  /** Whether ordinary debits are answered by callback rather than at once. */
  debitsByCallback = false;

  constructor(
    private readonly books: Books,
    private readonly callbacks: Callbacks,
    private readonly append: (...records: BankRecord[]) => Promise<void>,
    private readonly liveDelayCapMs: number,
  ) {}

  payout(body: OrderBody, moment: Moment): Promise<Taken> {
    const scenario = cardScenario(body.cardNo) ?? payoutAmountScenario(body.amountMinor);
    return this.take('payout', body, moment, () =>
      payoutBehaviour(scenario, this.books.lost.has(body.orderNo)),
    );
  }

  debit(body: OrderBody, moment: Moment): Promise<Taken> {
    const card = { clockId: moment.clockId, cardNo: body.cardNo };
    const balance = this.books.balance(card, body.currency, moment.nowMs);
    return this.take('debit', body, moment, () =>
      debitBehaviour({
        scenario: cardScenario(body.cardNo),
        debitsBefore: this.books.debitOrders(card),
        sentBefore: this.books.lost.has(body.orderNo),
        covered: balance === null || balance >= BigInt(body.amountMinor),
        byCallback: this.debitsByCallback,
        mandated: Boolean(body.mandateRef),
      }),
    );
  }

  private async take(
    kind: BankOrder['kind'],
    body: OrderBody,
    moment: Moment,
    decide: () => Behaviour,
  ): Promise<Taken> {
    const bodyHash = hashOf([
      kind,
      body.amountMinor,
      body.currency,
      body.cardNo,
      body.holderName,
      body.memo,
      body.mandateRef,
    ]);
    const known = this.books.orders.get(body.orderNo);
    if (known) {
      if (known.bodyHash !== bodyHash) {
        throw new Refusal(409, 'ORDER_CONFLICT', 'this order number was used for another order');
      }
      return { reply: 'answer', order: known };
    }
    const behaviour = decide();
    if (behaviour.reply === 'lost') {
      await this.append({ t: 'lost', orderNo: body.orderNo });
      return { reply: 'lost', order: null };
    }
    const order: BankOrder = {
      orderNo: body.orderNo,
      kind,
      bodyHash,
      clockId: moment.clockId,
      cardNo: body.cardNo,
      amountMinor: body.amountMinor,
      currency: body.currency,
      bankRef: refOf(kind === 'payout' ? 'BP' : 'BD', body.orderNo),
      steps: behaviour.steps.map(({ afterMs, ...step }) => ({ atMs: this.after(moment, afterMs), ...step })),
    };
    await this.append(
      { t: 'order', order },
      ...order.steps.flatMap((step) => entryOf(order, step)).map((entry) => ({ t: 'entry' as const, entry })),
      ...this.noticesOf(order, behaviour, moment),
    );
    return { reply: behaviour.reply, order };
  }

  private noticesOf(order: BankOrder, behaviour: Behaviour, moment: Moment): BankRecord[] {
    return behaviour.notices.flatMap((notice) => {
      const step = order.steps[notice.step];
      if (!step) return [];
      return [
        this.callbackRecord(this.after(moment, notice.afterMs), noticeOf(order, step), notice.signature),
      ];
    });
  }

  /** A borrower pays by transfer: booked at once, and the lender is called back. */
  async transfer(cardNo: string, body: TransferBody, moment: Moment): Promise<{ bankRef: string }> {
    const { transferNo = `T${moment.nowMs}-${this.books.entries.length}`, ...rest } = body;
    const bodyHash = hashOf([cardNo, rest.amountMinor, rest.currency, rest.reference]);
    const known = this.books.transfers.get(transferNo);
    if (known && known.bodyHash !== bodyHash) {
      throw new Refusal(409, 'ORDER_CONFLICT', 'this transfer number was used for another transfer');
    }
    if (known) return { bankRef: known.bankRef };
    const bankRef = refOf('BT', transferNo);
    const entry: BankEntry = {
      atMs: moment.nowMs,
      clockId: moment.clockId,
      kind: 'transfer',
      side: 'credit',
      bankRef,
      orderNo: null,
      reference: body.reference,
      cardNo,
      amountMinor: body.amountMinor,
      currency: body.currency,
    };
    const event: BankCallback = {
      type: 'transfer.received',
      ...eventOf(entry, 'received'),
      reference: body.reference,
    };
    await this.append(
      { t: 'transfer', transferNo, bodyHash, bankRef },
      { t: 'entry', entry },
      this.callbackRecord(moment.nowMs, event, 'good'),
    );
    return { bankRef };
  }

  /** Takes an incoming transfer back (退票): the money leaves the lender again and the lender is called back. */
  async bounce(bankRef: string, moment: Moment): Promise<void> {
    const paid = this.books.entries.find((entry) => entry.bankRef === bankRef && entry.kind === 'transfer');
    if (!paid) throw new Refusal(404, 'TRANSFER_NOT_FOUND', 'there is no such incoming transfer');
    if (this.books.entries.some((entry) => entry.bankRef === bankRef && entry.kind === 'transfer_bounce'))
      return;
    const entry: BankEntry = { ...paid, kind: 'transfer_bounce', side: 'debit', atMs: moment.nowMs };
    const event: BankCallback = {
      type: 'transfer.bounced',
      ...eventOf(entry, 'bounced'),
      reference: paid.reference ?? '',
      code: 'OTHER',
    };
    await this.append({ t: 'entry', entry }, this.callbackRecord(moment.nowMs, event, 'good'));
  }

  private callbackRecord(dueMs: number, event: BankCallback, signature: 'good' | 'bad'): BankRecord {
    return {
      t: 'callback',
      callback: { no: this.callbacks.nextNo(), dueMs, clockId: event.clockId, signature, event },
    };
  }

  private after(moment: Moment, afterMs: number): number {
    return moment.nowMs + (moment.clockId === null ? Math.min(afterMs, this.liveDelayCapMs) : afterMs);
  }
}

function entryOf(order: BankOrder, step: OrderStep): BankEntry[] {
  if (step.status !== 'confirmed' && step.status !== 'returned') return [];
  const returned = step.status === 'returned';
  return [
    {
      atMs: step.atMs,
      clockId: order.clockId,
      kind: returned ? 'payout_return' : order.kind,
      side: returned || order.kind === 'debit' ? 'credit' : 'debit',
      bankRef: order.bankRef,
      orderNo: order.orderNo,
      reference: null,
      cardNo: order.cardNo,
      amountMinor: order.amountMinor,
      currency: order.currency,
    },
  ];
}

function eventOf(about: BankEntry, what: string) {
  return {
    id: refOf('bev_', `${about.bankRef}/${what}`),
    occurredAt: new Date(about.atMs).toISOString(),
    valueOn: dateOf(about.atMs),
    clockId: about.clockId,
    bankRef: about.bankRef,
    amountMinor: about.amountMinor,
    currency: about.currency,
  };
}

function noticeOf(order: BankOrder, step: OrderStep): BankCallback {
  const base = {
    id: refOf('bev_', `${order.bankRef}/${step.status}`),
    occurredAt: new Date(step.atMs).toISOString(),
    valueOn: dateOf(step.atMs),
    clockId: order.clockId,
    bankRef: order.bankRef,
    amountMinor: order.amountMinor,
    currency: order.currency,
    orderNo: order.orderNo,
  };
  const code = step.code ?? 'OTHER';
  if (order.kind === 'debit') {
    return step.status === 'confirmed'
      ? { type: 'debit.confirmed', ...base }
      : { type: 'debit.failed', ...base, code };
  }
  if (step.status === 'confirmed') return { type: 'payout.confirmed', ...base };
  return step.status === 'returned'
    ? { type: 'payout.returned', ...base, code }
    : { type: 'payout.failed', ...base, code };
}

import { newId } from '../../contracts/ids';
import { debits } from '../../db/schema/money-moves';
import type { PaymentClient } from '../../providers/payments/port';
import { ProviderError } from '../../providers/provider-error';
import { debitOrder } from '../../relay/debit-order';
import { terms } from '../unit/account/sample';
import { clockedLoan } from './support/loan-desk';
import { startTestApi, type TestApi } from './support/test-api';

type Answer = Awaited<ReturnType<PaymentClient['queryDebit']>>;

/** A bank that keeps books by order key and whose line may fail before or after it booked. */
class Bank {
  readonly booked: string[] = [];
  readonly calls: string[] = [];
  line: 'good' | 'dead' | 'answer lost' | 'order lost' = 'good';

  readonly payments: PaymentClient = {
    sendDebit: async ({ key }) => {
      this.calls.push('send');
      if (this.line === 'dead') throw new ProviderError('UNAVAILABLE', 'bank');
      if (this.line === 'order lost') return { status: 'unknown' };
      if (!this.booked.includes(key)) this.booked.push(key);
      return this.line === 'answer lost' ? { status: 'unknown' } : this.confirmed();
    },
    queryDebit: async (key): Promise<Answer> => {
      this.calls.push('query');
      if (this.line !== 'good') throw new ProviderError('TIMEOUT', 'bank');
      return this.booked.includes(key) ? this.confirmed() : { status: 'absent' };
    },
    sendPayout: () => Promise.reject(new Error('no payout')),
    queryPayout: () => Promise.reject(new Error('no payout')),
    fetchStatement: () => Promise.reject(new Error('no statement')),
    close: async () => undefined,
  };

  private confirmed() {
    return { status: 'confirmed' as const, bankRef: 'ref_1', valueOn: '2026-04-10' };
  }
}

/** Goal: whatever becomes of the line, the card is debited once and the loan hears of it once. */
describe('a debit that a borrower asked for', () => {
  let api: TestApi;
  let loan: { loanId: string; applicationId: string; clockId: string };
  let bank: Bank;
  let ref: string;
  let attempts: number;

  beforeAll(async () => {
    api = await startTestApi();
    const now = new Date('2026-04-10T02:00:00Z');
    loan = await clockedLoan(api, await api.token('applicant', 'me'), { terms: terms(), serial: 910, now });
  });
  beforeEach(async () => {
    bank = new Bank();
    ref = newId('deb');
    attempts = 0;
    await api.db.insert(debits).values({
      ...{ id: ref, key: `paynow/${ref}`, loanId: loan.loanId, dueOn: '2026-04-10', attempt: 1 },
      ...{ amountMinor: 50_000n, currency: 'CNY', status: 'intent', clockId: loan.clockId },
      intendedAt: new Date(),
    });
  });
  afterAll(() => api.close());

  /** The relay takes the row up once more. */
  function deliver() {
    attempts += 1;
    const deliverOrder = debitOrder({ db: api.db, vault: api.vault, payments: bank.payments });
    return deliverOrder({ seq: 1, topic: 'debit.send', ref, attempts, clockId: loan.clockId, message: null });
  }

  const statusOf = async () =>
    (await api.pool.query('select status from debits where id = $1', [ref])).rows[0].status;
  const heard = async () =>
    (await api.pool.query("select body from inbox where kind = 'debit' and ref = $1", [ref])).rows.map(
      ({ body }) => body,
    );
  const word = { status: 'confirmed', bankRef: 'ref_1', valueOn: '2026-04-10' };

  it('is sent once and told once when the bank answers', async () => {
    expect(await deliver()).toBe('done');
    expect(await deliver()).toBe('done');
    expect(bank.booked).toEqual([`paynow/${ref}`]);
    expect(await heard()).toEqual([{ ...word, orderNo: `paynow/${ref}` }]);
  });

  it('is asked about, not sent again, when the answer was lost on the way', async () => {
    bank.line = 'answer lost';
    expect(await deliver()).toEqual({ laterSeconds: expect.any(Number) });
    expect(await statusOf()).toBe('processing');
    expect(await deliver()).toEqual({ laterSeconds: expect.any(Number) });
    expect(await heard()).toEqual([]);
    bank.line = 'good';
    expect(await deliver()).toBe('done');
    expect(bank.calls).toEqual(['send', 'query', 'query']);
    expect(bank.booked).toEqual([`paynow/${ref}`]);
    expect(await heard()).toEqual([{ ...word, orderNo: `paynow/${ref}` }]);
  });

  it('is sent under the same key when the bank says that it never saw it', async () => {
    bank.line = 'order lost';
    await deliver();
    expect(bank.booked).toEqual([]);
    bank.line = 'good';
    expect(await deliver()).toBe('done');
    expect(bank.calls).toEqual(['send', 'query', 'send']);
    expect(bank.booked).toEqual([`paynow/${ref}`]);
    expect(await heard()).toHaveLength(1);
  });

  it('waits while there is no line at all', async () => {
    bank.line = 'dead';
    expect(await deliver()).toEqual({ laterSeconds: expect.any(Number) });
    expect([await statusOf(), await heard()]).toEqual(['processing', []]);
  });

  it('stays as its callback settled it while the bank still answered', async () => {
    bank.payments.sendDebit = async () => {
      await api.pool.query("update debits set status = 'confirmed' where id = $1", [ref]);
      return { status: 'unknown' };
    };
    expect(await deliver()).toEqual({ laterSeconds: expect.any(Number) });
    expect(await statusOf()).toBe('confirmed');
    expect(await deliver()).toBe('done');
    expect(bank.calls).toEqual([]);
  });

  it('is left alone once it is settled', async () => {
    await api.pool.query("update debits set status = 'confirmed' where id = $1", [ref]);
    expect(await deliver()).toBe('done');
    expect(bank.calls).toEqual([]);
  });
});

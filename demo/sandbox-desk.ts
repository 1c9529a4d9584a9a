import { z } from 'zod';

const BooksPage = z.object({
  entries: z.array(
    z.object({
      kind: z.enum(['payout', 'payout_return', 'debit', 'transfer', 'transfer_bounce']),
      bankRef: z.string(),
      orderNo: z.string().nullable(),
      reference: z.string().nullable(),
      amountMinor: z.string(),
      currency: z.string(),
    }),
  ),
});
export type BankBooks = z.infer<typeof BooksPage>;

const Messages = z.object({
  data: z.array(
    z.object({ to: z.string(), templateCode: z.string(), body: z.string(), receivedAt: z.string() }),
  ),
});
export type Message = z.infer<typeof Messages>['data'][number];

/** What people outside the lender do by themselves: the bank's customers, and whoever reads a phone. */
export class SandboxDesk {
  /** Without a clock it is real time there. */
  constructor(
    private readonly url: string,
    private readonly clockId: string | null,
  ) {}

  /** The borrower pays by himself, naming the loan. A transfer number repeated is the same transfer. */
  async transfer(cardNo: string, amountMinor: string, loanId: string): Promise<void> {
    await this.post(`/bank/accounts/${cardNo}/transfer`, { amountMinor, reference: loanId });
  }

  /** What is on the card from now on; null never runs short. */
  async setBalance(cardNo: string, balanceMinor: string | null): Promise<void> {
    await this.post(`/control/accounts/${cardNo}`, { balanceMinor });
  }

  /** The bank's own books of the demo's clock. */
  async books(): Promise<BankBooks> {
    return BooksPage.parse(await this.get('/bank/books', { limit: '100000' }));
  }

  /** Messages of the demo's clock, the latest first; perhaps only those to one phone. */
  async messages(to?: string): Promise<Message[]> {
    return Messages.parse(await this.get('/inbox/messages', { limit: '5000', ...(to && { to }) })).data;
  }

  private async post(path: string, body: object): Promise<void> {
    const onClock = this.clockId !== null && { 'x-test-clock': this.clockId };
    const headers = { 'content-type': 'application/json', ...onClock };
    const response = await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`sandbox ${path}: ${response.status} ${await response.text()}`);
  }

  private async get(path: string, query: Record<string, string>): Promise<unknown> {
    const onClock = this.clockId !== null && { clock: this.clockId };
    const response = await fetch(`${this.url}${path}?${new URLSearchParams({ ...onClock, ...query })}`);
    if (!response.ok) throw new Error(`sandbox ${path}: ${response.status}`);
    return response.json();
  }
}

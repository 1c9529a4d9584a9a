import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Bugs that a run can be given on purpose, to see that it finds them. */
export const PLANTS = ['double-payout', 'double-debit'] as const;
export type Plant = (typeof PLANTS)[number];

const PATH_OF: Record<Plant, string> = { 'double-payout': '/bank/payouts', 'double-debit': '/bank/debits' };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Stands between worker and bank like a payment client whose key contains the number of the attempt: each order is
 * sent, given up, and sent again under another key.
 */
export class BuggyBankLine {
  private bank = '';

  private constructor(
    private readonly server: Server,
    private readonly plant: Plant,
  ) {}

  static async open(plant: Plant): Promise<BuggyBankLine> {
    const server = createServer((request, response) => {
      line.carry(request, response).catch(() => response.destroy());
    });
    const line = new BuggyBankLine(server, plant);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/bank`;
  }

  /** Where the bank is; known only once the stack is up. */
  connect(sandboxUrl: string): void {
    this.bank = sandboxUrl;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private async carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const answer = await this.forward(request, body);
    if (request.method === 'POST' && request.url === PATH_OF[this.plant]) {
      const order = JSON.parse(body) as { orderNo: string };
      await this.forward(request, JSON.stringify({ ...order, orderNo: `${order.orderNo}/2` }));
    }
    const type = answer.headers.get('content-type') ?? 'application/json';
    response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
  }

  private forward({ method, url, headers }: IncomingMessage, body: string): Promise<Response> {
    const passed = Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && (name.startsWith('x-') || name === 'content-type') ? [[name, value]] : [],
    );
    return fetch(`${this.bank}${url}`, {
      method: method ?? 'GET',
      headers: Object.fromEntries(passed),
      ...(method === 'POST' && { body }),
    });
  }
}

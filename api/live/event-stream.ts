import type { ServerResponse } from 'node:http';

const PULSE_MS = 10_000;

/** Server-sent events on one connection. A slow reader gets fewer events, never a longer queue. */
export class EventStream {
  private readonly pulse: NodeJS.Timeout;
  private ended = false;

  constructor(
    private readonly raw: ServerResponse,
    headers: Record<string, string | number | string[]>,
    private readonly onEnd: () => void,
    pulseMs: number = PULSE_MS,
  ) {
    raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 3000\n\n');
    raw.on('close', () => this.end());
    raw.on('error', () => this.end());
    this.pulse = setInterval(() => this.send('pulse', undefined, {}), pulseMs);
  }

  /** Whether it was written; false while the reader has not taken what it was sent before. */
  send(event: string, id: string | undefined, data: unknown): boolean {
    if (this.ended || this.raw.writableNeedDrain) return false;
    this.raw.write(
      `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`,
    );
    return true;
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    clearInterval(this.pulse);
    this.onEnd();
    this.raw.end();
  }
}

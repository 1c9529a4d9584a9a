import { useEffect, useState } from 'react';
import type { components } from '../../api/generated';
import { endLogin, loginNow } from '../../auth/login-store';
import { languageNow } from '../../i18n/language';

type Dashboard = components['schemas']['Dashboard'];
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'stale';

const SILENT_MS = 25_000;
const LONGEST_PAUSE_MS = 15_000;

/** The figures as the server sends them. The browser's own event source knows no headers, so the stream is read here. */
export function useStream(days: number, clockId: string | undefined, currency: string | undefined) {
  const [figures, setFigures] = useState<Dashboard>();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const ending = new AbortController();
    setConnection('connecting');
    setFigures(undefined);
    void follow({ days, clockId, currency }, ending.signal, setFigures, setConnection);
    return () => ending.abort();
  }, [days, clockId, currency]);
  return { figures, connection };
}

interface Asked {
  days: number;
  clockId: string | undefined;
  currency: string | undefined;
}

async function follow(
  asked: Asked,
  ended: AbortSignal,
  onFigures: (change: (before: Dashboard | undefined) => Dashboard | undefined) => void,
  onConnection: (connection: Connection) => void,
): Promise<void> {
  let had: string | undefined;
  let failures = 0;
  while (!ended.aborted) {
    const quiet = new AbortController();
    let silence = setTimeout(() => quiet.abort(), SILENT_MS);
    try {
      const answer = await ask(asked, had, AbortSignal.any([ended, quiet.signal]));
      for await (const { event, id, data } of eventsOf(answer)) {
        clearTimeout(silence);
        silence = setTimeout(() => quiet.abort(), SILENT_MS);
        failures = 0;
        onConnection('live');
        if (event === 'snapshot') {
          had = id;
          onFigures(() => JSON.parse(data));
        } else if (event === 'still') {
          onFigures((before) => before && { ...before, ...JSON.parse(data) });
        }
      }
    } catch {
      failures += 1;
      if (!ended.aborted) onConnection(failures > 2 || quiet.signal.aborted ? 'stale' : 'reconnecting');
    } finally {
      clearTimeout(silence);
    }
    if (!ended.aborted)
      await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures)));
  }
}

async function ask(
  { days, clockId, currency }: Asked,
  had: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const query = new URLSearchParams({
    days: String(days),
    ...(clockId !== undefined && { clockId }),
    ...(currency !== undefined && { currency }),
  });
  const answer = await fetch(`/v1/dashboard/stream?${query.toString()}`, {
    signal,
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${loginNow()?.token ?? ''}`,
      'accept-language': languageNow(),
      ...(had !== undefined && { 'last-event-id': had }),
    },
  });
  if (answer.status === 401) endLogin('expired');
  if (!answer.ok) throw new Error(`stream refused with ${answer.status}`);
  return answer;
}

async function* eventsOf(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) return;
    text += read.value;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const event = field('event');
      if (event !== undefined) yield { event, id: field('id'), data: field('data') ?? '{}' };
    }
  }
}

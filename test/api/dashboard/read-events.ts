import { z } from 'zod';

const Figures = z.looseObject({
  period: z.object({ applications: z.number() }),
  hours: z.array(z.number()),
});
const Sent = z.object({ event: z.string(), id: z.string(), data: Figures });

/** Reads server-sent events off an answer, one after the other. */
export function readEvents(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const one = async (): Promise<Record<string, string>> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2)));
      }
      const read = await reader?.read().catch(() => undefined);
      if (read === undefined || read.done) throw new Error('ended');
      text += read.value;
    }
  };
  async function next(): Promise<{ event: string }>;
  async function next(event: 'snapshot'): Promise<z.infer<typeof Sent>>;
  async function next(event?: string) {
    for (;;) {
      const found = await one();
      if (found.event === undefined || (event !== undefined && found.event !== event)) continue;
      return event === 'snapshot' ? Sent.parse({ ...found, data: JSON.parse(found.data ?? '') }) : found;
    }
  }
  return { next };
}

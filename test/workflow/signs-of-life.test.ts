import { setTimeout as pause } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { withSignsOfLife } from '../../activities/support/signs-of-life';

/** A step that waits, and how often it said that it was alive. */
async function beatsOf(heartbeatTimeoutMs: number | undefined, ms: number) {
  const env = new MockActivityEnvironment({ heartbeatTimeoutMs });
  let beats = 0;
  env.on('heartbeat', () => {
    beats += 1;
  });
  const { wait } = withSignsOfLife({
    wait: async (text: string) => {
      await pause(ms);
      return text;
    },
  });
  expect(await env.run(wait, 'done')).toBe('done');
  return beats;
}

describe('a step under way', () => {
  it('says that it is alive when it takes long, and costs nothing when it is quick', async () => {
    const [long, quick, local] = await Promise.all([
      beatsOf(15_000, 4_500),
      beatsOf(15_000, 50),
      beatsOf(undefined, 4_500),
    ]);
    expect({ long, quick, local }).toEqual({ long: 1, quick: 0, local: 0 });
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { devServerEnv } from '../support/temporal';
import { Stories } from './support/stories';

/** In real time: how long a local activity is tried is real time on any server. */
let stories: Stories;
beforeAll(async () => {
  stories = await Stories.open(devServerEnv);
});
afterAll(() => stories.close());

describe('an outage of the database', () => {
  it('is tried within the workflow task first, then waited out by an ordinary activity', async () => {
    const story = await stories.start((script) => script.fails('preScreen', 'DATABASE_DOWN', 'for now'));
    const scheduled = async () =>
      (await story.history()).events?.filter((event) => event.activityTaskScheduledEventAttributes).length ??
      0;
    const until = Date.now() + 30_000;
    while ((await scheduled()) === 0 && Date.now() < until) await pause(200);
    expect(await scheduled()).toBe(1);
    await story.script.called('preScreen', 4);
    story.script.recovers('preScreen');
    await story.waitsFor('SIGNATURE');
    expect(story.script.order).not.toContain('park');
    await story.order('withdraw');
    expect(await story.outcome()).toBe('WITHDRAWN');
  });
});

import type { Progress } from '../stack/progress';
import { Borrower } from './borrower';
import type { Story } from './story';
import type { World } from './world';

const FIRST_NUMBER = 1200;
const NUMBERS_APART = 16;

/** A story and its applicant. */
export interface Played {
  story: Story;
  borrower: Borrower;
  /** Why the applicant could not do all they set out to do; null when they could. */
  stuck: string | null;
}

/** Lets all applicants live through the year on the world's clock, and says how far it is. */
export async function play(
  world: World,
  cast: readonly Story[],
  closing: string,
  progress: Progress,
): Promise<Played[]> {
  const played = await Promise.all(
    cast.map(async (story, index): Promise<Played> => {
      const data = story.borrower(FIRST_NUMBER + index * NUMBERS_APART);
      const user = await world.applicant(`demo-${index + 1}`);
      return { story, borrower: new Borrower(world, user, data), stuck: null };
    }),
  );
  const stories = played.map((each) => async () => {
    try {
      await each.story.live(each.borrower);
    } catch (error) {
      each.stuck = `${world.now}: ${error instanceof Error ? error.message : String(error)}`;
    }
    await world.conductor.until(closing);
  });
  const day = (instant: string) => instant.slice(0, 10);
  let told = '';
  await world.conductor.run(stories, async (to) => {
    const from = world.now;
    await world.advance(to);
    if (day(to) !== told) progress(`${day(from)} → ${day(to)}`);
    told = day(to);
  });
  return played;
}

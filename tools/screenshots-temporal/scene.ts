import { payouts } from '../../demo/cast/payouts';
import { someCompany, someone } from '../../demo/cast/people';
import { refusals } from '../../demo/cast/refusals';
import { repayments } from '../../demo/cast/repayments';
import { consumer, instant, revolving, workingCapital } from '../../demo/cast/requests';
import type { Played } from '../../demo/play';
import { play } from '../../demo/play';
import type { Story } from '../../demo/story';
import { shanghai } from '../../demo/time';
import { World } from '../../demo/world';
import type { Progress } from '../../stack/progress';
import type { Stack } from '../../stack/stack';

/** When the pictures are taken: loans of March are in servicing, one is overdue, and people have just applied. */
const TAKEN = '2026-05-20 10:00';
const APPLIES = '2026-05-19 09:30';
/** The loan whose page is shown. */
const SHOWN = 'never pays';

const unasserted: Story['expected'] = {
  stage: 'APPROVAL',
  outcome: null,
  route: null,
  worstDaysOverdue: 0,
  messages: [],
};

/** Somebody who applied yesterday and is waited for, or waits. */
const recent = (special: string, borrower: Story['borrower'], request: typeof instant): Story => ({
  special,
  borrower,
  live: async (applicant) => {
    await applicant.at(APPLIES);
    await applicant.apply(request);
  },
  expected: unasserted,
});

const named = (stories: readonly Story[], ...starts: string[]): Story[] =>
  stories.filter(({ special }) => starts.some((start) => special.startsWith(start)));

const CAST: readonly Story[] = [
  ...named(refusals, 'declined: score', 'declined: open'),
  ...named(payouts, 'payout confirmed', 'debits answered', 'every callback'),
  ...named(repayments, 'car loan', 'business loan', 'bullet loan'),
  ...named(repayments, SHOWN).map((story) => ({
    ...story,
    live: async (borrower: Parameters<Story['live']>[0]) => {
      await borrower.apply(instant);
      await borrower.sign('2026-03-02 11:00');
    },
  })),
  {
    ...recent('a limit drawn, partly repaid', someone('prime'), revolving),
    live: async (borrower) => {
      await borrower.apply(revolving);
      await borrower.sign('2026-03-02 11:00');
      await borrower.at('2026-03-20 11:00');
      await borrower.transfer('400000');
    },
  },
  recent('an officer decides', someone('near_prime'), consumer),
  recent('a committee decides about a company', someCompany(), workingCapital),
  recent('the offer lies with the applicant', someone(), instant),
  recent('documents are missing', someone(), { ...instant, documents: ['id_card_front'] }),
  recent('consent is missing', someone(), { ...instant, consents: false }),
];

/** Lives through some weeks on a running stack, after what is arranged as they begin; returns the world and everybody in it. */
export async function playScene(
  stack: Stack,
  progress: Progress,
  begun: (world: World) => Promise<void> = async () => undefined,
): Promise<{ world: World; played: Played[] }> {
  const world = await World.open(stack.urls);
  await begun(world);
  const played = await play(world, CAST, shanghai(TAKEN), progress);
  const stuck = played.filter((each) => each.stuck !== null);
  if (stuck.length > 0)
    throw new Error(stuck.map((each) => `${each.story.special}: ${each.stuck}`).join('; '));
  return { world, played };
}

/** The workflow of the loan whose page is shown. */
export function shownWorkflow(played: readonly Played[]): string {
  const shown = played.find(({ story }) => story.special.startsWith(SHOWN));
  if (!shown) throw new Error('nobody to show');
  return `loan/${shown.borrower.id}`;
}

import type { z } from 'zod';
import { TrialBalance } from '../contracts/http/ledger';
import { type Progress, withProgress } from '../stack/progress';
import type { Stack } from '../stack/stack';
import { CAST } from './cast/all';
import { checkAll } from './checks/all';
import type { Check } from './checks/check';
import { type Ending, endings } from './ending';
import { play } from './play';
import { currenciesOf } from './portfolio';
import type { Story } from './story';
import { CLOSING, shanghai } from './time';
import { World } from './world';

/** Everything that a run of the demo found out. */
export interface DemoResult {
  world: World;
  endings: readonly Ending[];
  /** The books of each currency that somebody applied in. */
  books: readonly z.output<typeof TrialBalance>[];
  checks: readonly Check[];
}

/** Takes the cast through their year on a running stack and checks what came of it. */
export async function runDemo(
  stack: Stack,
  progress: Progress,
  cast: readonly Story[] = CAST,
  closing = shanghai(CLOSING),
): Promise<DemoResult> {
  const world = await World.open(stack.urls);
  const played = await withProgress('the year is being lived through', progress, () =>
    play(world, cast, closing, progress),
  );
  const ended = await endings(world, played);
  const operator = await world.user('operator', 'operator1');
  const books = await Promise.all(
    currenciesOf(ended).map((currency) => {
      const path = `/v1/ledger/trial-balance?clockId=${world.clockId}&currency=${currency}`;
      return operator.get(path, (answer) => TrialBalance.parse(answer));
    }),
  );
  const checks = await withProgress('checking', progress, () => checkAll(stack, world, ended, books));
  return { world, endings: ended, books, checks };
}

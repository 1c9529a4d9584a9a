import { setTimeout as pause } from 'node:timers/promises';
import type { PartName } from '../../stack/part';
import type { Stack } from '../../stack/stack';
import type { Dice } from './dice';
import { type Caught, MOMENTS, type Moment, type Moments } from './moments';

/** Parts that are killed; the sandbox is the outside world and stays. */
export const VICTIMS = ['worker', 'temporal', 'postgres', 'api'] as const;
type Victim = (typeof VICTIMS)[number];
export type Place = Moment | 'random';

/** One kill and whether it fell where it was aimed. */
export interface Kill {
  part: PartName;
  place: Place;
  hit: boolean;
}

interface Aim {
  place: Place;
  part: Victim;
}

/** Fewer faults than this are a short run. */
export const SHORT = 20;
const AIM_LIMIT_MS = 25_000;
const GAP_MS = [300, 1_800] as const;
const DOWN_MS = [50, 1_500] as const;
const FROZEN_MS = [500, 4_000] as const;
/** One of this many kills is followed by a part that stands still for a while and then goes on. */
const FREEZE_EVERY = 5;
/** How long a loan may take to be seen in its next run: Temporal gives a lost workflow task up after ten seconds. */
const CONTINUED_MS = 25_000;

/** A quarter of the faults for each special moment, the rest at random; each part gets its share of every kind. */
export function planOf(faults: number, dice: Dice): Aim[] {
  const each = Math.max(1, Math.ceil(faults * 0.25));
  const aimed = MOMENTS.flatMap((moment) => Array.from({ length: each }, () => moment as Place));
  const places = [...aimed.slice(0, faults), ...Array.from({ length: faults }, () => 'random' as const)];
  const plan = places.slice(0, faults).map((place, index) => ({
    place,
    part: VICTIMS[(index + Math.floor(index / VICTIMS.length)) % VICTIMS.length] ?? 'worker',
  }));
  // A short plan goes along with the life of its few loans: payouts come first and only once.
  return faults < SHORT ? plan : dice.shuffled(plan);
}

/** Kills parts of a stack and starts them again, as planned, until the plan is done or `over` says that time is. */
export class Faults {
  readonly kills: Kill[] = [];
  freezes = 0;

  constructor(
    private readonly stack: Stack,
    private readonly moments: Moments,
    private readonly dice: Dice,
    private readonly say: (line: string) => void,
  ) {}

  async carryOut(plan: Aim[], over: () => boolean): Promise<void> {
    const open = [...plan];
    for (let aim = open.shift(); aim && !over(); aim = open.shift()) {
      await pause(this.dice.between(...GAP_MS));
      const caught = aim.place === 'random' ? null : await this.waitFor(aim.place);
      if (aim.place !== 'random' && !caught) {
        open.push(aim);
        continue;
      }
      const hit = await this.strike(aim.part, caught);
      this.kills.push({ ...aim, hit });
      this.say(
        `kill ${this.kills.length}/${plan.length}: ${aim.part}, ${aim.place}${hit ? '' : ' (missed)'}`,
      );
      if (!hit) open.push(aim);
      if (this.kills.length % FREEZE_EVERY === 0) await this.freeze();
    }
  }

  private async waitFor(moment: Moment): Promise<Caught | null> {
    const deadline = Date.now() + AIM_LIMIT_MS;
    while (Date.now() < deadline) {
      const caught = await this.moments.find(moment);
      if (caught) return caught;
      await pause(15);
    }
    return null;
  }

  /** Kills, waits, starts again. A kill near a continue-as-new hit it when the loan is in another run soon after. */
  private async strike(part: Victim, caught: Caught | null): Promise<boolean> {
    await this.stack.kill(part);
    await pause(this.dice.between(...DOWN_MS));
    await this.stack.restart(part);
    if (caught?.runId == null) return true;
    const deadline = Date.now() + CONTINUED_MS;
    while (Date.now() < deadline) {
      const runId = await this.moments.runOf(caught.workflowId);
      if (runId !== null && runId !== caught.runId) return true;
      await pause(100);
    }
    return false;
  }

  /** A part that stands still keeps its connections and wakes up in a world that went on. */
  private async freeze(): Promise<void> {
    const part = VICTIMS[Math.floor(this.dice.roll() * VICTIMS.length)] ?? 'worker';
    const pid = this.stack.pids()[part];
    if (pid === undefined) return;
    process.kill(pid, 'SIGSTOP');
    await pause(this.dice.between(...FROZEN_MS));
    process.kill(pid, 'SIGCONT');
    this.freezes += 1;
  }
}

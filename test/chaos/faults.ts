import { setTimeout as pause } from 'node:timers/promises';
import type { PartName } from '../../stack/part';
import type { Stack } from '../../stack/stack';
import type { Dice } from './dice';
import { type Caught, MOMENTS, type Moment, type Moments } from './moments';
import { mostKills, type Place, type Plan, randomIsAhead, VICTIMS, victimOf } from './plan';

/** One kill and whether it fell where it was aimed; null = not known yet. */
export interface Kill {
  part: PartName;
  place: Place;
  hit: boolean | null;
}

interface Unjudged {
  kill: Kill;
  caught: Caught;
  at: Date;
}

const GAP_MS = [300, 1_200] as const;
const DOWN_MS = [50, 1_500] as const;
const FROZEN_MS = [500, 4_000] as const;
/** One of this many kills is followed by a part that stands still for a while and then goes on. */
const FREEZE_EVERY = 5;
/** How long to look for a wanted moment before a random kill is made instead. */
const LOOK_MS = 2_000;
/** The same when random kills are ahead of the aimed ones. */
const PATIENCE_MS = 10_000;
/** No wanted moment for this long, and nothing else to do: the run goes without. */
const GIVE_UP_MS = 60_000;

/** Kills parts of a stack and starts them again: where it can in a special moment that is still wanted, else at random. */
export class Faults {
  readonly kills: Kill[] = [];
  freezes = 0;
  private unjudged: Unjudged[] = [];

  constructor(
    private readonly stack: Stack,
    private readonly moments: Moments,
    private readonly dice: Dice,
    private readonly say: (line: string) => void,
  ) {}

  /** Until the plan is done, its last moments do not come, or `over` says that time is. */
  async carryOut(plan: Plan, over: () => boolean): Promise<void> {
    let lastKill = Date.now();
    while (!over() && Date.now() - lastKill < GIVE_UP_MS) {
      await pause(this.dice.between(...GAP_MS));
      await this.judge();
      const wanted = MOMENTS.filter((moment) => this.wants(plan, moment));
      const randomLeft = this.of('random').length < plan.random;
      if (wanted.length === 0 && !randomLeft && this.unjudged.length === 0) return;
      const caught = await this.waitFor(wanted);
      const patient = Date.now() - lastKill < PATIENCE_MS && this.randomIsAhead(plan);
      if (!caught && (!randomLeft || patient)) continue;
      await this.strike(caught);
      lastKill = Date.now();
      if (this.kills.length % FREEZE_EVERY === 0) await this.freeze();
    }
  }

  /** Says of the kills near a continue-as-new that are still open whether they hit it. */
  async judge(): Promise<void> {
    const open: Unjudged[] = [];
    for (const one of this.unjudged) {
      one.kill.hit = await this.moments.continuedSoonAfter(one.caught, one.at);
      if (one.kill.hit === null) open.push(one);
      else if (!one.kill.hit) this.say(`the kill of ${one.kill.part} was not around a continue-as-new`);
    }
    this.unjudged = open;
  }

  private of(place: Place): Kill[] {
    return this.kills.filter((kill) => kill.place === place);
  }

  private wants(plan: Plan, moment: Moment): boolean {
    const kills = this.of(moment);
    const hits = kills.filter(({ hit }) => hit !== false).length;
    return hits < plan[moment] && kills.length < mostKills(plan, moment);
  }

  private randomIsAhead(plan: Plan): boolean {
    const random = this.of('random').length;
    return randomIsAhead(plan, { random, aimed: this.kills.length - random });
  }

  private async waitFor(wanted: readonly Moment[]): Promise<Caught | null> {
    if (wanted.length === 0) return null;
    const deadline = Date.now() + LOOK_MS;
    while (Date.now() < deadline) {
      const caught = await this.moments.find(wanted);
      if (caught) return caught;
      await pause(15);
    }
    return null;
  }

  /** Kills, waits, starts again. What an open payout or debit was caught in is hit; a run's end is judged later. */
  private async strike(caught: Caught | null): Promise<void> {
    const place = caught?.moment ?? 'random';
    const part = victimOf(place, this.of(place).length);
    const at = new Date();
    await this.stack.kill(part);
    await pause(this.dice.between(...DOWN_MS));
    await this.stack.restart(part);
    const kill: Kill = { part, place, hit: place === 'continue-as-new' ? null : true };
    this.kills.push(kill);
    if (caught && kill.hit === null) this.unjudged.push({ kill, caught, at });
    this.say(`kill ${this.kills.length}: ${part}, ${place}`);
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

import { leaveDataFolder, recordFileOf, recordParts } from './data-folder';
import { guardParts } from './guardian';
import { PART_ORDER, type PartName, type RunningPart } from './part';
import { type Progress, withProgress } from './progress';

type Starter = () => Promise<RunningPart>;

/** The processes of one stack: started, killed and started again by name, and stopped in reverse order. */
export class Parts {
  private readonly starters = new Map<PartName, Starter>();
  private readonly running = new Map<PartName, RunningPart>();
  private readonly endedByUs = new WeakSet<RunningPart>();
  private readonly dismissGuardian: () => void;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly progress: Progress,
    private readonly onUnexpectedExit: (part: PartName, how: string) => void,
  ) {
    this.dismissGuardian = guardParts(recordFileOf(dataDir));
  }

  /** Starts a part for the first time and remembers how. */
  async launch<P extends RunningPart>(part: PartName, starter: () => Promise<P>): Promise<P> {
    this.starters.set(part, starter);
    return this.run(part, starter);
  }

  pids(): Partial<Record<PartName, number>> {
    return Object.fromEntries([...this.running].map(([part, { pid }]) => [part, pid]));
  }

  async kill(part: PartName, signal: NodeJS.Signals): Promise<void> {
    const running = this.running.get(part);
    if (!running) return;
    this.endedByUs.add(running);
    running.kill(signal);
    await running.exited;
  }

  async restart(part: PartName): Promise<void> {
    const starter = this.starters.get(part);
    if (!starter) throw new Error(`the ${part} of this stack is not one that it started`);
    await this.end(part);
    await this.run(part, starter);
  }

  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<void> {
    for (const part of [...PART_ORDER].reverse()) {
      await withProgress(`stopping the ${part}`, this.progress, () => this.end(part));
    }
    leaveDataFolder(this.dataDir);
    this.dismissGuardian();
  }

  private async end(part: PartName): Promise<void> {
    const running = this.running.get(part);
    if (!running) return;
    this.endedByUs.add(running);
    await running.stop();
  }

  private async run<P extends RunningPart>(part: PartName, starter: () => Promise<P>): Promise<P> {
    if (this.stopped) throw new Error(`the ${part} does not start any more: the stack is being stopped`);
    const started = await starter();
    this.running.set(part, started);
    recordParts(this.dataDir, this.pids());
    void started.exited.then((how) => {
      if (this.running.get(part) === started) this.running.delete(part);
      if (!this.endedByUs.has(started)) this.onUnexpectedExit(part, how);
    });
    if (this.stopped) {
      await started.stop();
      throw new Error(`the ${part} was started too late: the stack is being stopped`);
    }
    return started;
  }
}

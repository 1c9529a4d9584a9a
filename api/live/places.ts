import { ProblemError } from '../problem';

const ALL = 500;
const PER_PERSON = 12;

/** Open streams of this server: so many and no more, and only some of them by one person. */
export class Places {
  private readonly held = new Map<string, Set<() => void>>();
  private taken = 0;

  constructor(
    private readonly all: number = ALL,
    private readonly perPerson: number = PER_PERSON,
  ) {}

  /** Refuses when there is no place left, before anything was sent. */
  check(actorId: string): void {
    if ((this.held.get(actorId)?.size ?? 0) >= this.perPerson)
      throw new ProblemError('RATE_LIMITED', { headers: { 'retry-after': '30' } });
    if (this.taken >= this.all) throw new ProblemError('SERVER_BUSY', { headers: { 'retry-after': '30' } });
  }

  /** Holds a place for a stream; returns what gives it back. */
  take(actorId: string, end: () => void): () => void {
    const mine = this.held.get(actorId) ?? new Set();
    this.held.set(actorId, mine.add(end));
    this.taken += 1;
    return () => {
      if (!mine.delete(end)) return;
      this.taken -= 1;
      if (mine.size === 0) this.held.delete(actorId);
    };
  }

  /** Ends every stream, so that the server can stop. */
  endAll(): void {
    for (const end of [...this.held.values()].flatMap((mine) => [...mine])) end();
  }
}

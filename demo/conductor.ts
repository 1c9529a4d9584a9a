interface Waiting {
  at: string;
  go: () => void;
}

/**
 * Lets many stories run on one clock: each says until when it waits, and the clock moves on only when all of them wait,
 * to the earliest of those moments. So people act between the stages of time, at times of their own.
 */
export class Conductor {
  private readonly waiting: Waiting[] = [];
  private acting = 0;
  private whenIdle: () => void = () => undefined;
  private failure: { error: unknown } | undefined;

  /** Called by a story: returns when the clock stands at this instant. */
  until(at: string): Promise<void> {
    return new Promise((go) => {
      this.waiting.push({ at, go });
      this.rest();
    });
  }

  /** Runs the stories to their end, moving the clock by `advance`. */
  async run(
    stories: readonly (() => Promise<void>)[],
    advance: (to: string) => Promise<void>,
  ): Promise<void> {
    for (const story of stories) this.begin(story);
    for (;;) {
      await this.idle();
      if (this.failure) throw this.failure.error;
      const [first] = this.waiting.map(({ at }) => at).sort();
      if (first === undefined) return;
      await advance(first);
      const due = this.waiting.filter(({ at }) => at === first);
      this.waiting.splice(0, this.waiting.length, ...this.waiting.filter(({ at }) => at !== first));
      this.acting += due.length;
      for (const { go } of due) go();
    }
  }

  private begin(story: () => Promise<void>): void {
    this.acting += 1;
    story()
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => this.rest());
  }

  private rest(): void {
    this.acting -= 1;
    if (this.acting === 0) this.whenIdle();
  }

  private idle(): Promise<void> {
    if (this.acting === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.whenIdle = resolve;
    });
  }
}

/** Holds a step up until a story opens it; a step that is run again afterwards passes. */
export class Gate {
  private readonly waiting: (() => void)[] = [];
  private opened = false;

  async pass(): Promise<void> {
    if (this.opened) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  open(): void {
    this.opened = true;
    for (const go of this.waiting.splice(0)) go();
  }
}

/** One call of a party as tests and operators may see it: no body, no personal data. */
export type Call = {
  readonly at: string;
  readonly party: string;
  readonly operation: string;
  readonly key: string | null;
  readonly clockId: string | null;
  readonly status: number;
  readonly tookMs: number;
};

const KEPT = 20_000;

/** The latest calls in memory; the oldest fall out. */
export class CallLog {
  private readonly calls: Call[] = [];

  add(call: Call): void {
    this.calls.push(call);
    if (this.calls.length > KEPT * 2) this.calls.splice(0, KEPT);
  }

  find(wanted: { party?: string | undefined; key?: string | undefined }): Call[] {
    return this.calls.filter(
      (call) =>
        (wanted.party === undefined || call.party === wanted.party) &&
        (wanted.key === undefined || call.key === wanted.key),
    );
  }

  reset(): void {
    this.calls.length = 0;
  }
}

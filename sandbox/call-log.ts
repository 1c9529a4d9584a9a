/** One call of a party as tests and operators may see it: no body, no personal data. Status 0 until, or unless, answered. */
export type Call = {
  readonly at: string;
  readonly party: string;
  readonly operation: string;
  readonly clockId: string | null;
  key: string | null;
  status: number;
  tookMs: number | null;
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

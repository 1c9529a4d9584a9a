/** What closing a date came to. */
export interface CloseOutcome {
  readonly on: string;
  readonly replayed: boolean;
  /** Disagreements that the ledger proof found; they are kept in `close_findings`. */
  readonly findings: number;
}

/** Activities of close of business; each may be repeated at any time. */
export interface CloseSteps {
  /** Business dates that have ended and are not closed yet, oldest first, at most a month of them. */
  datesToClose(): Promise<string[]>;
  closeDate(input: { on: string }): Promise<CloseOutcome>;
  /** Closed dates whose bank statement has not been reconciled yet, oldest first, at most a month of them. */
  datesToReconcile(): Promise<string[]>;
  /** 对账: fetches the bank's statement of a date and opens a task for each difference; answers how many. */
  reconcileDate(input: { on: string }): Promise<{ differences: number }>;
}

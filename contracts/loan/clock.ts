/** Activity that moves a test clock; long-running, heartbeats, and goes on where it was after a crash. */
export interface ClockSteps {
  /** Steps the clock from event to event up to its target, waiting each time until all its loans have settled. */
  driveClock(input: { clockId: string }): Promise<{ now: string; steps: number }>;
}

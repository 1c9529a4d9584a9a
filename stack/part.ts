/** The processes of a stack, in the order they start; they stop the other way round. */
export const PART_ORDER = ['postgres', 'temporal', 'sandbox', 'worker', 'api'] as const;
export type PartName = (typeof PART_ORDER)[number];

/** A process of the stack that runs. */
export interface RunningPart {
  pid: number;
  /** Resolves when the process is gone, with how it ended. */
  exited: Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Ends it in good order, by force when it takes too long. */
  stop(): Promise<void>;
}

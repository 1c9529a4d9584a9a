/** A bug, never a business refusal: the caller broke a contract that types cannot state. */
export class InvariantError extends Error {
  readonly code = 'INVARIANT';

  constructor(message: string) {
    super(message);
    this.name = 'InvariantError';
  }
}

/** States what must hold at this point; what does not hold is a bug and stops the computation. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

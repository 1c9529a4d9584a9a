import type { components } from './generated';

export type ProblemDocument = components['schemas']['Problem'];

/** A refusal of the API, thrown so that queries and mutations carry it to where it is shown. */
export class Refusal extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(problem.title);
  }
}

/** What to show when the API could not be reached at all. */
export class Unreachable extends Error {}

/** The answer of a call, or its refusal as an exception. */
export function answerOf<T>({ data, error }: { data?: T | undefined; error?: unknown }): T {
  if (data !== undefined) return data;
  if (isProblem(error)) throw new Refusal(error);
  throw new Unreachable('no answer');
}

function isProblem(error: unknown): error is ProblemDocument {
  return typeof error === 'object' && error !== null && 'code' in error && 'title' in error;
}

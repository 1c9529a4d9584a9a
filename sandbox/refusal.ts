/** An answer in the 4xx range that a sandbox party gives on purpose. */
export class Refusal extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The request makes no sense. */
export class BadRequest extends Refusal {
  constructor(code: string, message: string) {
    super(400, code, message);
  }
}

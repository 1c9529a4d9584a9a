import { z } from 'zod';

/** One wrong field: where it is, what is wrong, in the caller's language. */
export const ProblemField = z
  .object({
    in: z.enum(['body', 'query', 'path', 'header']),
    pointer: z
      .string()
      .meta({ description: 'JSON pointer to the value, as a URI fragment', example: '#/amountMinor' }),
    code: z.string().meta({ description: 'What is wrong, for programs', example: 'too_big' }),
    detail: z.string().meta({ description: 'What is wrong, for people' }),
  })
  .meta({ id: 'ProblemField' });
export type ProblemField = z.infer<typeof ProblemField>;

/** Every refusal of the API (RFC 9457), sent as application/problem+json. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Address of a page about this kind of problem' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What to do about it' }),
    code: z.string().meta({ description: 'Stable name; branch on this', example: 'VALIDATION_FAILED' }),
    traceId: z.string().meta({ description: 'Give this to support' }),
    errors: z.array(ProblemField).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

const content = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

/** Responses that every route may give besides its own. */
export const PROBLEM_RESPONSES = {
  '4xx': content('The request is refused; `code` says why'),
  503: content('Busy or a needed service is away; try again'),
};

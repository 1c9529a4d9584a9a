import { ACCESS_PROBLEMS } from './problems/access';
import { ACCOUNT_PROBLEMS } from './problems/accounts';
import { CONCURRENCY_PROBLEMS } from './problems/concurrency';
import { LENDING_PROBLEMS } from './problems/lending';
import { POLICY_PROBLEMS } from './problems/policy';
import { REQUEST_PROBLEMS } from './problems/request';

/** The one catalogue of problems that the API answers with; docs/errors.md and the pages under /problems come from it. */
export const PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...ACCESS_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...CONCURRENCY_PROBLEMS,
  ...LENDING_PROBLEMS,
  ...POLICY_PROBLEMS,
};

/** A stable name of a problem; programs branch on it, never on the words. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Whether a text names a problem of the catalogue. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text);
}

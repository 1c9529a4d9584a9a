import { answerOf } from '../api/problem';
import type { ListFile } from './save-list';

/** A file comes in its own media type; a refusal still comes as a problem document. */
export const ANY_TYPE = { accept: '*/*' };

/** What the API gave as a file, and whether rows were left off. */
export function fileOf(answer: { data?: unknown; error?: unknown; response: Response }): ListFile {
  const file: unknown = answerOf(answer);
  return { file, leftOff: answer.response.headers.get('x-rows-left-off') === 'true' };
}

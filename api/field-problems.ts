import { z } from 'zod';
import { FIELD_MESSAGES, isFieldMessage } from '../contracts/http/field-messages';
import type { FieldProblem } from './problem';

const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;
type Issue = z.core.$ZodIssue;

/** What zod found wrong, as field problems: one per unknown key, words in both languages, never the value itself. */
export function fieldProblems(issues: readonly Issue[], part: FieldProblem['in']): FieldProblem[] {
  return issues.slice(0, MAX_FIELDS).flatMap((issue): FieldProblem[] => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, MAX_FIELDS).map((key) => ({
        in: part,
        path: [...path, key.slice(0, MAX_KEY_CHARS)],
        code: 'unknown_field',
        detail: FIELD_MESSAGES.unknown_field,
      }));
    }
    if (issue.code === 'custom') {
      const code = isFieldMessage(issue.message) ? issue.message : 'invalid';
      return [{ in: part, path, code, detail: FIELD_MESSAGES[code] }];
    }
    return [
      { in: part, path, code: issue.code, detail: { en: words(english, issue), zh: words(chinese, issue) } },
    ];
  });
}

const MAX_FIELDS = 50;
const MAX_KEY_CHARS = 100;

function words(tell: z.core.$ZodErrorMap, issue: Issue): string {
  const told = tell({ ...issue, message: undefined, inst: undefined } as z.core.$ZodRawIssue);
  return (typeof told === 'string' ? told : told?.message) ?? issue.message;
}

import type { Bilingual } from '../../../contracts/policy/body-parts';
import { type FindingCode, POLICY_FINDINGS } from '../../../contracts/policy/findings';

/** Where in the form of a policy something is. */
export type FormPath = readonly (string | number)[];

/** Something that a review found: a block keeps the draft from being handed in, a warning is for the second person. */
export interface Finding {
  readonly severity: 'block' | 'warn';
  readonly code: FindingCode;
  readonly path: FormPath;
  readonly detail: Bilingual;
}

type Params = Readonly<Record<string, string | Bilingual>>;

function finding(severity: Finding['severity'], code: FindingCode, path: FormPath, params: Params): Finding {
  const words = POLICY_FINDINGS[code];
  const fill = (language: 'zh' | 'en') =>
    words[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      return typeof value === 'string' ? value : value[language];
    });
  return { severity, code, path, detail: { zh: fill('zh'), en: fill('en') } };
}

/** What must be corrected before a second person sees it. */
export const blocks = (code: FindingCode, path: FormPath, params: Params = {}): Finding =>
  finding('block', code, path, params);

/** What the second person should look at. */
export const warns = (code: FindingCode, path: FormPath, params: Params = {}): Finding =>
  finding('warn', code, path, params);

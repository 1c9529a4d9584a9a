import type { BothLanguages } from '../../documents/messages/template';
import type { PolicySet } from '../../domain/policy/policy';

/** Reasons in the words an applicant may read; a code without a row falls back to the general wording. */
export function reasonWords({ reasonCodes }: PolicySet, codes: readonly string[]): BothLanguages[] {
  const { reasons } = reasonCodes.body;
  const words = codes
    .map((code) => reasons.find((reason) => reason.code === code)?.applicant)
    .filter((word) => word !== undefined);
  const distinct = [...new Map(words.map((word) => [word.zh, word])).values()];
  return distinct.length > 0
    ? distinct
    : [{ zh: '综合评估未达到本产品的要求', en: 'the overall assessment did not meet this product' }];
}

/** Documents in the words of the checklist. */
export function documentWords({ checklist }: PolicySet, codes: readonly string[]): BothLanguages[] {
  return codes.map(
    (code) => checklist.body.items.find(({ document }) => document === code)?.names ?? { zh: code, en: code },
  );
}

/** Business date of an instant, for a message. */
export const dateOf = (iso: string, utcOffsetMinutes: number): string =>
  new Date(Date.parse(iso) + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);

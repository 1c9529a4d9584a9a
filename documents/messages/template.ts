import type { MessageTemplateBody } from '../../contracts/policy/servicing';

/** How a parameter of a message is given, and so how it is written out in either language. */
export type ParamKind = 'text' | 'count' | 'money' | 'date' | 'list';

/** A value in both languages, for words that are data (document names, reasons). */
export type BothLanguages = { zh: string; en: string };

/** What each kind of parameter is passed as: money in 分 as a decimal-integer string, dates as YYYY-MM-DD. */
export type ParamValue = {
  text: string;
  count: number;
  money: string;
  date: string;
  list: readonly BothLanguages[];
};

/** Parameters that every message has: who writes, and where to call. */
export const COMMON_PARAMS = { lender: 'text', hotline: 'text' } as const;

/** A message's seed text together with the kinds of its own parameters. */
export type MessageSeed<P extends Record<string, ParamKind> = Record<string, ParamKind>> = {
  params: P;
  template: Omit<MessageTemplateBody, 'params'>;
};

/** Keeps the literal parameter kinds of a seed, from which the type of its parameters follows. */
export function messageSeed<const P extends Record<string, ParamKind>>(
  params: P,
  template: MessageSeed['template'],
): MessageSeed<P> {
  return { params, template };
}

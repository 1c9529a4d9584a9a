import type { MessageTemplateBody } from '../../contracts/policy/servicing';
import { asCurrency } from '../../domain/money/as-currency';
import type { Currency } from '../../domain/money/currency';
import { formatMinor, type Locale } from '../../domain/money/format-minor';
import { chineseDate } from '../amounts';
import { fillText, MissingParameterError } from '../fill-text';
import { isMessageCode, MESSAGES, type MessageCode, type MessageParams } from './catalogue';
import { COMMON_PARAMS, type ParamKind } from './template';

/** A message ready to be sent; only mail and in-app messages show the subject. */
export type RenderedMessage = { subject: string; body: string };

/** The text part of a template; a policy row's body fits. */
export type MessageText = Pick<MessageTemplateBody, 'subjects' | 'texts'>;

/** Nobody has written a message of this name. */
export class UnknownMessageError extends Error {
  readonly code = 'UNKNOWN_MESSAGE';

  constructor(name: string) {
    super(`no message is named ${name}`);
  }
}

/** Text of a message. `text` is the published policy row's, else the seed's. Fails on a missing parameter. */
export function renderMessage<C extends MessageCode>(
  code: C,
  locale: Locale,
  params: MessageParams<C>,
  text: MessageText = MESSAGES[code].template,
): RenderedMessage {
  return renderStoredMessage(code, locale, params, text);
}

/** As renderMessage, for a code and parameters read back from storage, whose types are only known at run time. */
export function renderStoredMessage(
  code: string,
  locale: Locale,
  params: Readonly<Record<string, unknown>>,
  text?: MessageText,
): RenderedMessage {
  if (!isMessageCode(code)) throw new UnknownMessageError(code);
  const seed = MESSAGES[code];
  const kinds: Record<string, ParamKind> = { ...seed.params, ...COMMON_PARAMS };
  const currency = typeof params.currency === 'string' ? asCurrency(params.currency) : 'CNY';
  const words: Record<string, string> = {};
  for (const [name, kind] of Object.entries(kinds))
    words[name] = inWords(name, kind, params[name], { locale, currency });
  const { subjects, texts } = text ?? seed.template;
  const language = locale === 'en' ? 'en' : 'zh';
  return { subject: fillText(subjects[language], words), body: fillText(texts[language], words) };
}

/** How a value is said: dates and lists by language, amounts by currency; those of CNY need not say theirs. */
interface Tongue {
  readonly locale: Locale;
  readonly currency: Currency;
}

function inWords(name: string, kind: ParamKind, value: unknown, { locale, currency }: Tongue): string {
  switch (kind) {
    case 'money':
      if (typeof value === 'string' && /^-?\d+$/.test(value))
        return formatMinor(BigInt(value), currency, locale);
      break;
    case 'date':
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return dateInWords(value, locale);
      break;
    case 'count':
      if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
      break;
    case 'list':
      if (Array.isArray(value) && value.length > 0) {
        return value.map((item) => listItem(name, item, locale)).join(locale === 'en' ? '; ' : '、');
      }
      break;
    case 'text':
      if (typeof value === 'string' && value.trim() !== '') return oneLine(value);
      break;
  }
  throw new MissingParameterError(name);
}

function listItem(name: string, item: unknown, locale: Locale): string {
  const language = locale === 'en' ? 'en' : 'zh';
  if (typeof item === 'object' && item !== null && language in item) {
    const word = Reflect.get(item, language);
    if (typeof word === 'string' && word !== '') return oneLine(word);
  }
  throw new MissingParameterError(name);
}

function dateInWords(date: string, locale: Locale): string {
  if (locale === 'en') return date;
  return chineseDate(date);
}

/** Messages are plain text of one paragraph; a value must not bring line breaks or control characters into them. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

import { OPERATING_MESSAGES } from './operating';
import { ORIGINATION_MESSAGES } from './origination';
import { OVERDUE_MESSAGES } from './overdue';
import { SERVICING_MESSAGES } from './servicing';
import type { COMMON_PARAMS, ParamKind, ParamValue } from './template';

/** Seed texts of all messages; a published `message_template` policy row of the same code replaces one. */
export const MESSAGES = {
  ...ORIGINATION_MESSAGES,
  ...SERVICING_MESSAGES,
  ...OVERDUE_MESSAGES,
  ...OPERATING_MESSAGES,
};

/** Name of a message; also the code of its policy rows. */
export type MessageCode = keyof typeof MESSAGES;

type ValuesOf<P extends Record<string, ParamKind>> = { [K in keyof P]: ParamValue[P[K]] };

/** Parameters of one message. */
export type MessageParams<C extends MessageCode> = ValuesOf<(typeof MESSAGES)[C]['params']> &
  ValuesOf<typeof COMMON_PARAMS>;

/** Whether a text names a message. */
export function isMessageCode(text: string): text is MessageCode {
  return Object.hasOwn(MESSAGES, text);
}

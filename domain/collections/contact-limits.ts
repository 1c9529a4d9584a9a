import type { ContactLimits } from '../../contracts/policy/servicing';
import { isContactHour } from './contact-hours';

/** What was already done to reach a debtor today, over all their loans and all agencies. */
export interface ContactsToday {
  readonly callAttempts: number;
  readonly callsConnected: number;
  readonly messages: number;
  readonly otherContacts: number;
}

/** A wish to approach somebody: the debtor, or another person only to ask for a call back. */
export interface ContactWish {
  readonly kind: 'call' | 'message' | 'other';
  /** Hour of the day where the debtor is. */
  readonly hour: number;
  /** The debtor asked to be reached outside the usual hours. */
  readonly atDebtorsWish: boolean;
}

export type ContactRefusal = 'OUTSIDE_HOURS' | 'TOO_MANY_CALLS' | 'TOO_MANY_MESSAGES' | 'TOO_MANY_OTHERS';

export type MayContact = { readonly ok: true } | { readonly ok: false; readonly code: ContactRefusal };

/** Whether a debtor may be approached now (GB/T 45251-2025; limits are the strategy's data). */
export function mayContact(limits: ContactLimits, today: ContactsToday, wish: ContactWish): MayContact {
  const refuse = (code: ContactRefusal): MayContact => ({ ok: false, code });
  if (!isContactHour(limits, wish.hour) && !wish.atDebtorsWish) return refuse('OUTSIDE_HOURS');
  switch (wish.kind) {
    case 'call':
      return today.callAttempts >= limits.callAttemptsPerDay ||
        today.callsConnected >= limits.callsConnectedPerDay
        ? refuse('TOO_MANY_CALLS')
        : { ok: true };
    case 'message':
      return today.messages >= limits.messagesPerDay ? refuse('TOO_MANY_MESSAGES') : { ok: true };
    case 'other':
      return today.otherContacts >= limits.otherContactsPerDay ? refuse('TOO_MANY_OTHERS') : { ok: true };
  }
}

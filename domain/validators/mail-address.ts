export type MailAddressCheck =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly code: 'MAIL_ADDRESS_FORMAT' };

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Reads an address (RFC 5321 limits, no quoted local parts); the domain is brought to lower case. */
export function parseMailAddress(text: string): MailAddressCheck {
  const given = text.trim();
  const at = given.lastIndexOf('@');
  const local = given.slice(0, Math.max(at, 0));
  const labels = given.slice(at + 1).split('.');
  const fits =
    given.length <= 254 &&
    local.length <= 64 &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((l) => LABEL.test(l));
  if (!fits || /^\d+$/.test(labels[labels.length - 1] ?? ''))
    return { ok: false, code: 'MAIL_ADDRESS_FORMAT' };
  return { ok: true, address: `${local}@${labels.join('.').toLowerCase()}` };
}

export type MobileCheck =
  | { readonly ok: true; readonly number: string; readonly virtual: boolean }
  | { readonly ok: false; readonly code: 'MOBILE_FORMAT' };

const VIRTUAL_RANGES = ['162', '165', '167', '170', '171'];

/** Reads a mainland mobile number, with or without country code; virtual operators' ranges cannot be checked by carriers. */
export function parseMobile(text: string): MobileCheck {
  const number = text.replace(/[\s-]/g, '').replace(/^(\+86|0086)/, '');
  if (!/^1[3-9]\d{9}$/.test(number)) return { ok: false, code: 'MOBILE_FORMAT' };
  return { ok: true, number, virtual: VIRTUAL_RANGES.includes(number.slice(0, 3)) };
}

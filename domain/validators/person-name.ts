export type PersonNameCheck =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly code: 'PERSON_NAME_FORMAT' };

/** Reads a name as ID cards write it: Han characters, with the middle dot of minority names in one form, or Latin. */
export function parsePersonName(text: string): PersonNameCheck {
  const name = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\u2022\u30fb\uff0e.]/g, '·');
  const han = /^\p{Script=Han}{1,20}(·\p{Script=Han}{1,20}){0,4}$/u.test(name) && name.length >= 2;
  const latin = /^[A-Za-z][A-Za-z' .·-]{1,59}$/.test(name);
  return han || latin ? { ok: true, name } : { ok: false, code: 'PERSON_NAME_FORMAT' };
}

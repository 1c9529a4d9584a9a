/** Anything that a form can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Entry = { [key: string]: Json };

export const isEntry = (value: Json | undefined): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a dotted path; undefined where the form has none. */
export function at(form: Json, path: string): Json | undefined {
  let here: Json | undefined = form;
  for (const step of path.split('.')) {
    if (Array.isArray(here)) here = here[Number(step)];
    else here = isEntry(here) ? here[step] : undefined;
  }
  return here;
}

/** The same form with another value at a path; undefined takes it away. */
export function put(form: Json, path: string, value: Json | undefined): Json {
  const [step = '', ...rest] = path.split('.');
  const inner = (old: Json | undefined) =>
    rest.length === 0 ? value : put(old ?? {}, rest.join('.'), value);
  if (Array.isArray(form))
    return form.map((one, index) => (index === Number(step) ? (inner(one) ?? null) : one));
  const entry = isEntry(form) ? form : {};
  const next = inner(entry[step]);
  const { [step]: _, ...others } = entry;
  return next === undefined ? others : { ...entry, [step]: next };
}

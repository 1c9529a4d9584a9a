import { InvariantError } from '../invariant';

/** What an audit record may hold: JSON without fractions, so that one value has one text on every machine. */
export type AuditValue =
  | null
  | boolean
  | number
  | string
  | readonly AuditValue[]
  | { readonly [key: string]: AuditValue | undefined };

/** One text per value: keys sorted by code unit, no spaces, integers only (the subset of RFC 8785 that needs no floats). */
export function canonicalJson(value: AuditValue): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new InvariantError('an audit record holds integers only');
    return String(value);
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

function isList(value: AuditValue): value is readonly AuditValue[] {
  return Array.isArray(value);
}

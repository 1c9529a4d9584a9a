import type { ResponseField, SourceMapping } from '../../../contracts/sources/source-mapping';
import { readPointer, writePointer } from '../../json-pointer';
import { ProviderError } from '../../provider-error';
import type { Dialect } from '../dialect';
import { unknownCode } from '../dialect';
import type { CallContext, SourceSubject } from '../port';
import { sumMinor, yuanToMinor } from '../yuan';

type Plain = string | number | boolean | null;

const plainOf = (value: unknown): Plain | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
    ? value
    : undefined;

function requestBody(mapping: SourceMapping, subject: SourceSubject, ctx: CallContext) {
  const known = {
    ...subject,
    consentId: ctx.consentId,
    applicationId: ctx.applicationId,
    requestKey: ctx.requestKey,
  };
  const body: { [key: string]: unknown } = {};
  for (const [pointer, field] of Object.entries(mapping.request.fields)) {
    const value = 'from' in field ? known[field.from] : field.value;
    if (value !== undefined && value !== null) writePointer(body, pointer, value);
  }
  return body;
}

function unreadable(party: string, name: string): never {
  throw new ProviderError('BAD_ANSWER', party, { reason: `unexpected form of ${name}` });
}

function integerOf(value: unknown, party: string, name: string): number {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : unreadable(party, name);
}

function flagOf(value: unknown, party: string, name: string): boolean {
  if (value === true || value === 1 || value === '1' || value === 'true' || value === 'Y') return true;
  if (value === false || value === 0 || value === '0' || value === 'false' || value === 'N') return false;
  return unreadable(party, name);
}

function converted(value: unknown, field: ResponseField, party: string, name: string): Plain {
  switch (field.as) {
    case 'text':
      return plainOf(value) ?? unreadable(party, name);
    case 'integer':
      return integerOf(value, party, name);
    case 'flag':
      return flagOf(value, party, name);
    case 'count':
      return Array.isArray(value) ? value.length : unreadable(party, name);
    case 'sum':
      return Array.isArray(value)
        ? sumMinor(value.map((amount) => yuanToMinor(party, amount)))
        : unreadable(party, name);
    case 'yuan_to_minor':
      return yuanToMinor(party, value);
  }
}

function fieldOf(answer: unknown, field: ResponseField, party: string, name: string): Plain {
  const value = readPointer(answer, field.at);
  if (value === undefined || value === null) {
    return field.whenMissing === undefined ? unreadable(party, name) : field.whenMissing;
  }
  if (!field.words) return converted(value, field, party, name);
  const word = field.words[String(value)];
  return word === undefined ? unreadable(party, name) : word;
}

/** An ordinary JSON API spoken by nothing but its row's mapping. */
export function mappedJsonDialect(mapping: SourceMapping): Dialect {
  const { request, response } = mapping;
  return {
    request: (subject, ctx) => {
      const body = requestBody(mapping, subject, ctx);
      if (request.method === 'POST')
        return { method: 'POST', path: request.path, headers: request.headers, body };
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries(body)) query.set(key, String(value));
      return { method: 'GET', path: `${request.path}?${query}`, headers: request.headers };
    },
    read: (answer, party) => {
      const { status } = response;
      const billable =
        !response.billable ||
        response.billable.yes.includes(String(readPointer(answer, response.billable.at)));
      if (status) {
        const said = String(readPointer(answer, status.at));
        if (status.noRecord.includes(said)) return { ok: false, kind: 'no_record', billable: false };
        if (status.limited.includes(said)) return { ok: false, kind: 'limited', billable: false };
        if (status.unsupported.includes(said)) return { ok: false, kind: 'unsupported', billable: false };
        if (status.retry.includes(said))
          throw new ProviderError('UNAVAILABLE', party, { reason: 'source is busy' });
        if (!status.ok.includes(said)) return unknownCode(party);
      }
      const fields = Object.entries(response.fields).map(([name, field]) => [
        name,
        fieldOf(answer, field, party, name),
      ]);
      return { ok: true, billable, result: Object.fromEntries(fields) };
    },
  };
}

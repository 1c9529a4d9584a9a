import type { SourceBody } from '../../contracts/policy/origination';
import type { SourceRow } from '../../contracts/sources/source-row';

/** A source's policy row with its address taken from the environment; null where the environment has none. */
export function addressedSource(
  body: SourceBody,
  addresses: Readonly<Record<string, string>>,
): SourceRow | null {
  const { baseUrl, names: _names, appliesTo: _appliesTo, consent: _consent, ...row } = body;
  const host = addresses[baseUrl.env];
  return host === undefined ? null : { ...row, baseUrl: `${host}${baseUrl.path}` };
}

import { Link } from 'react-router';
import { useSay } from './use-words';

const LISTS = ['applications', 'loans', 'customers'];

/** The conditions under which a list was saved: how many, and the list under the same ones. */
export function Filters({ of: { list, filters } }: { of: Readonly<Record<string, unknown>> }) {
  const say = useSay();
  const all = keptOf(filters);
  if (all === undefined) return String(filters);
  const { customerId, ...kept } = all;
  const address = new URLSearchParams(
    Object.entries(customerId === undefined ? kept : { ...kept, customer: customerId }).flatMap(
      ([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]),
    ),
  );
  const { sort: _order, where, ...others } = all;
  const count = (Array.isArray(where) ? where.length : 0) + Object.keys(others).length;
  const words = count === 0 ? say('auditDo.noFilters') : say('auditDo.filters', { count });
  if (!LISTS.includes(String(list))) return words;
  return (
    <>
      {words} ·{' '}
      <Link className="in-text" to={`/${String(list)}?${address}`}>
        {say('auditDo.sameList')}
      </Link>
    </>
  );
}

/** The filters as they were kept; undefined where the record says them otherwise. */
function keptOf(filters: unknown): Record<string, unknown> | undefined {
  try {
    const kept: unknown = JSON.parse(String(filters));
    return typeof kept === 'object' && kept !== null ? { ...kept } : undefined;
  } catch {
    return undefined;
  }
}

import type { components } from '../api/generated';

type ViewQuery = components['schemas']['ViewQuery'];

/** The part of a list's address that names the view it was opened under; `all` is no view, on purpose. */
export const SAVED = 'saved';
export const NO_VIEW = 'all';

/** What a list shows, out of its address; `stands` is what it shows where the address says nothing of it. */
export function queryOf(search: URLSearchParams, stands: Readonly<Record<string, string>>): ViewQuery {
  const filters: Record<string, string | string[]> = { ...stands };
  for (const key of search.keys())
    if (key === 'where') filters[key] = search.getAll(key);
    else if (key === 'customer') filters.customerId = search.get(key) ?? '';
    else if (![SAVED, 'hide', 'rows'].includes(key)) filters[key] = search.get(key) ?? '';
  return {
    filters,
    hide: (search.get('hide') ?? '').split(',').filter(Boolean),
    density: search.get('rows') === 'compact' ? 'compact' : 'normal',
  };
}

/** The address under which a list shows a view. */
export function addressOf({ id, query }: { id: string; query: ViewQuery }): URLSearchParams {
  const address = new URLSearchParams({ [SAVED]: id });
  for (const [key, value] of Object.entries(query.filters))
    for (const one of Array.isArray(value) ? value : [value]) address.append(key, String(one));
  if (query.hide.length > 0) address.set('hide', query.hide.join(','));
  if (query.density === 'compact') address.set('rows', 'compact');
  return address;
}

/** Whether an address shows just what the view does, whatever the order in which it says so. */
export function showsJust(
  search: URLSearchParams,
  stands: Readonly<Record<string, string>>,
  view: { id: string; query: ViewQuery },
): boolean {
  const sorted = (address: URLSearchParams) =>
    [...address]
      .map((pair) => pair.join('='))
      .sort()
      .join('&');
  return sorted(addressOf({ id: view.id, query: queryOf(search, stands) })) === sorted(addressOf(view));
}

/** An address that says nothing any more says so, else the default view would come back. */
export function keepOpen(search: URLSearchParams): URLSearchParams {
  if (search.toString() === '') search.set(SAVED, NO_VIEW);
  return search;
}

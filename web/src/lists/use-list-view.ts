import { useSearchParams } from 'react-router';
import { useDrill } from '../ui/use-drill';
import { keepOpen } from './view-address';

export const DENSITIES = ['normal', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** What a list shows — conditions, order, hidden columns, row height — all of it in the address, so that a view can be kept and sent. */
export function useListView<S extends string>(orders: readonly S[]) {
  const [search, setSearch] = useSearchParams();
  const drill = useDrill();
  const where = search.getAll('where');
  const sort = orders.find((one) => one === search.get('sort')) ?? orders[0];
  const hidden = (search.get('hide') ?? '').split(',').filter(Boolean);
  const density = DENSITIES.find((one) => one === search.get('rows')) ?? DENSITIES[0];
  const change = (edit: (next: URLSearchParams) => void) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        edit(next);
        return keepOpen(next);
      },
      { replace: true },
    );
  return {
    drill,
    where,
    sort,
    hidden,
    density,
    setDensity: (next: Density) =>
      change((after) => (next === DENSITIES[0] ? after.delete('rows') : after.set('rows', next))),
    setWhere: (conditions: readonly string[]) =>
      change((next) => {
        next.delete('where');
        for (const one of conditions) next.append('where', one);
      }),
    setSort: (order: string) => change((next) => next.set('sort', order)),
    setHidden: (keys: readonly string[]) =>
      change((next) => (keys.length === 0 ? next.delete('hide') : next.set('hide', keys.join(',')))),
    customerId: search.get('customer') ?? undefined,
    anyCustomer: () => change((next) => next.delete('customer')),
  };
}

import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { formerMonthEnd } from './sums';

const snapshot = (asOf: string | undefined, clockId: string | undefined) => ({
  queryKey: ['portfolio', 'snapshot', asOf, clockId],
  queryFn: async () =>
    answerOf(await api.GET('/v1/portfolio/snapshot', { params: { query: { asOf, clockId } } })),
});

/** A closed date's portfolio, the one that it is compared with (the former month end if none is asked for), and its roll rates. */
export function usePortfolio(
  asOf: string | undefined,
  compare: string | undefined,
  clock: string | undefined,
) {
  const now = useQuery(snapshot(asOf, clock));
  const closedOn = now.data?.closedOn ?? undefined;
  const until = compare ?? (closedOn && formerMonthEnd(closedOn));
  const former = useQuery({ ...snapshot(until, clock), enabled: until !== undefined });
  const rolls = useQuery({
    queryKey: ['portfolio', 'rolls', closedOn, clock],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/portfolio/rolls', { params: { query: { monthEnd: closedOn, clockId: clock } } }),
      ),
    enabled: closedOn !== undefined,
  });
  return { now, former, rolls };
}

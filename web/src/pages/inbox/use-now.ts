import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';

/** What time it is for a thing: the system's, or its test clock's where this person may read clocks. */
export function useNow(): (clockId: string | null) => number {
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['clocks', 'times'],
    queryFn: async () =>
      answerOf(await api.GET('/v1/test-clocks', { params: { query: { limit: 200 } } })).data,
    enabled: permits(session, 'manage', 'TestClock'),
    staleTime: 5_000,
  });
  return (clockId) => {
    const clock = clockId === null ? undefined : data?.find(({ id }) => id === clockId);
    return clock === undefined ? Date.now() : new Date(clock.now).getTime();
  };
}

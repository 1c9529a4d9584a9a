import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useSession } from '../../auth/session';

/** The borrower's cards; asked again while one is being checked. Only accounts have cards. */
export function useCards() {
  const hasAccount = useSession().id.startsWith('acc_');
  const query = useQuery({
    queryKey: ['cards'],
    queryFn: async () => answerOf(await api.GET('/v1/my/cards')).data,
    enabled: hasAccount,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'checking') ? 1_000 : false),
  });
  return { hasAccount, query, bound: (query.data ?? []).filter(({ status }) => status === 'bound') };
}

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { useNamed } from '../i18n/language';

/** What the books of a clock are made of: their currencies, and the names of accounts. */
export function useBooks(clockId: string | undefined) {
  const named = useNamed();
  const { data } = useQuery({
    queryKey: ['books', clockId],
    queryFn: async () => answerOf(await api.GET('/v1/ledger/books', { params: { query: { clockId } } })),
    staleTime: 60_000,
  });
  const accountName = (code: string): string => {
    const names = data?.accounts.find((one) => one.code === code)?.names;
    return names ? `${code} ${named(names)}` : code;
  };
  return { currencies: data?.currencies ?? [], accountName };
}

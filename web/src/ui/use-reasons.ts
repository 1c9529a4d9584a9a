import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { useNamed } from '../i18n/language';
import { useWord } from '../i18n/use-text';

/** Reasons by their names. */
export function useReasons() {
  const named = useNamed();
  const word = useWord();
  const { data = [] } = useQuery({
    queryKey: ['reasons'],
    queryFn: async () => answerOf(await api.GET('/v1/reasons')).data,
    staleTime: 600_000,
  });
  const nameOf = (code: string): string => {
    const found = data.find((reason) => reason.code === code);
    return found ? named(found.names) : word('reason', code);
  };
  return { reasons: data, nameOf };
}

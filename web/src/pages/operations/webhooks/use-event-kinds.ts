import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useNamed } from '../../../i18n/language';

/** The kinds of events that endpoints are told of, with what each means in the reader's language. */
export function useEventKinds() {
  const named = useNamed();
  const { data = [] } = useQuery({
    queryKey: ['event-types'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => answerOf(await api.GET('/v1/event-types')).data,
  });
  const meaning = new Map(data.map((one) => [one.type, named(one.meaning)]));
  return {
    options: data.map((one) => ({ value: one.type, label: named(one.meaning) })),
    nameOf: (type: string): string => meaning.get(type) ?? type,
  };
}

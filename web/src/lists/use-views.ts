import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';

export type SavedView = components['schemas']['SavedView'];
export type ViewedList = components['schemas']['ViewedList'];

/** The views of a list that this person may use, and which of them opens by itself. */
export const useViews = (list: ViewedList) =>
  useQuery({
    queryKey: ['views', list],
    queryFn: async () => answerOf(await api.GET('/v1/views', { params: { query: { list } } })),
    staleTime: 60_000,
  });

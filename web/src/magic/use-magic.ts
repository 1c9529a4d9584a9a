import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';
import { useNamed } from '../i18n/language';
import { type PageWords, usePageSay } from '../i18n/page-words';
import { magicEn } from './words.en';
import { type MagicKey, magicZh } from './words.zh';

export type InventedPerson = components['schemas']['InventedPerson'];
const WORDS: PageWords<MagicKey> = { 'zh-CN': magicZh, en: magicEn };

/** Words of the test data in the reader's language. */
export const useSay = () => usePageSay(WORDS);

/** The magic values table by table; the same as long as the sandbox runs. */
export const useMagic = () =>
  useQuery({
    queryKey: ['magic-values'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => answerOf(await api.GET('/v1/test/magic-values')).data,
  });

/** Somebody new, with a scenario or an ordinary life. */
export const invent = async (scenario: string | undefined): Promise<InventedPerson> =>
  answerOf(await api.GET('/v1/test/people', { params: { query: { scenario } } }));

/** What an invented person may meet, for a choice; empty stands for an ordinary life. */
export function useScenarios(): { value: string; label: string }[] {
  const say = useSay();
  const named = useNamed();
  const tables = useMagic().data ?? [];
  const onPeople = tables.flatMap(({ values }) => values.filter(({ onPerson }) => onPerson));
  return [
    { value: '', label: say('magic.plain') },
    ...onPeople.map(({ scenario, effect }) => ({ value: scenario, label: named(effect) })),
  ];
}

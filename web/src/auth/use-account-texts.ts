import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import type { Language } from '../i18n/language';

/** Texts that an account agrees to, and the agreement as the API takes it: by version and hash of the words shown. */
export function useAccountTexts() {
  const { data = [] } = useQuery({
    queryKey: ['account-texts'],
    queryFn: async () => answerOf(await api.GET('/v1/my/texts')).data,
    staleTime: 600_000,
  });
  const textOf = (code: string) => data.find((text) => text.code === code);
  const agreementTo = (code: string, locale: Language) => {
    const text = textOf(code);
    const textHash = (locale === 'en' ? text?.hashes.en : text?.hashes.zh) ?? '';
    return { code, version: text?.version ?? 1, locale, textHash };
  };
  return { textOf, agreementTo };
}

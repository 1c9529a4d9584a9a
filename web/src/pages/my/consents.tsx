import { useQuery } from '@tanstack/react-query';
import { Checkbox, Flex } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { type Language, useNamed } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { LegalText } from '../../ui/legal-text';

type Text = components['schemas']['ConsentText'];

/** The consents that a product asks for, as they are in force. */
export function useConsentTexts(productCode: string): readonly Text[] {
  const { data } = useQuery({
    queryKey: ['consents', productCode],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/products/{code}/consent-texts', { params: { path: { code: productCode } } }),
      ).data,
  });
  return data ?? [];
}

/** The consents given, as the API takes them: by version and hash of the words that were shown. */
export function grantsOf(texts: readonly Text[], agreed: readonly string[], locale: Language) {
  return texts
    .filter(({ code }) => agreed.includes(code))
    .map(({ code, version, hashes }) => ({
      ...{ code, version, locale },
      textHash: locale === 'en' ? hashes.en : hashes.zh,
    }));
}

interface ConsentsProps {
  texts: readonly Text[];
  agreed: readonly string[];
  onChange: (agreed: readonly string[]) => void;
}

/** Each consent with its whole text to read before it is agreed to, one by one. */
export function Consents({ texts, agreed, onChange }: ConsentsProps) {
  const say = useText();
  const named = useNamed();
  return (
    <Flex vertical gap={10}>
      {texts.map((text) => (
        <div key={text.code}>
          <Checkbox
            checked={agreed.includes(text.code)}
            onChange={({ target }) =>
              onChange(target.checked ? [...agreed, text.code] : agreed.filter((one) => one !== text.code))
            }
          >
            {say('apply.agree', { title: named(text.titles) })}
          </Checkbox>
          <LegalText texts={text.texts} />
        </div>
      ))}
    </Flex>
  );
}

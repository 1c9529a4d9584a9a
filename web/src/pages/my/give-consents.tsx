import { useMutation } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Consents, grantsOf, useConsentTexts } from './consents';

type Application = components['schemas']['Application'];

/** Consents that are still awaited: read, then agreed to; nothing is queried before. */
export function GiveConsents({
  application,
  onDone,
}: {
  application: Application;
  onDone: () => Promise<void>;
}) {
  const say = useText();
  const language = useLanguage();
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const texts = useConsentTexts(application.productCode);
  const give = useMutation({
    mutationFn: async () => {
      for (const body of grantsOf(texts, agreed, language))
        answerOf(
          await api.POST('/v1/applications/{id}/consents', {
            params: {
              header: oneKey(`${application.id}/${body.code}/${body.version}`),
              path: { id: application.id },
            },
            body,
          }),
        );
    },
    onSuccess: onDone,
  });
  return (
    <Card size="small" title={say('my.consents')}>
      <Flex vertical gap={12}>
        <Consents texts={texts} agreed={agreed} onChange={setAgreed} />
        <ProblemAlert error={give.error} />
        <Button
          type="primary"
          disabled={agreed.length < texts.length}
          loading={give.isPending}
          onClick={() => give.mutate()}
        >
          {say('my.agree')}
        </Button>
      </Flex>
    </Card>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Card, Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { Money, percentText } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { toTheMinute } from '../../ui/when';
import { ContractButton } from '../loan/contract-button';

type Contract = components['schemas']['Contract'];

/** The annualised cost that was shown with the offer. */
function shownCost(shown: unknown): string | null {
  if (typeof shown !== 'object' || shown === null || !('annualCostPercent' in shown)) return null;
  return String(shown.annualCostPercent);
}

/** Reading the contract and confirming it with the code that came to the phone; or refusing it. */
export function Signing({ contractId, onDone }: { contractId: string; onDone: () => Promise<void> }) {
  const say = useText();
  const language = useLanguage();
  const { modal } = App.useApp();
  const [code, setCode] = useState('');
  const path = { id: contractId };
  const contract = useQuery({
    queryKey: ['contract', contractId],
    queryFn: async () => answerOf(await api.GET('/v1/contracts/{id}', { params: { path } })),
  });
  const send = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/contracts/{id}/confirmation-codes', { params: { header: oneKey(), path } }),
      ),
  });
  const sign = useMutation({
    mutationFn: async ({ documentSha256 }: Contract) =>
      answerOf(
        await api.POST('/v1/contracts/{id}/sign', {
          params: { header: oneKey(`${contractId}-${code}`), path },
          body: { code, documentSha256 },
        }),
      ),
    onSuccess: onDone,
  });
  const refuse = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/contracts/{id}/refuse', {
          params: { header: oneKey(), path },
          body: { reasonCode: 'NOT_WANTED' },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <Loaded query={contract}>
      {(one) =>
        one.status !== 'offered' ? (
          <Typography.Text>{say('sign.done')}</Typography.Text>
        ) : (
          <Card size="small" title={say('sign.title')}>
            <Flex vertical gap={10}>
              <Flex justify="space-between">
                <span>{say('amount')}</span>
                <Money minor={one.amountMinor} />
              </Flex>
              <Flex justify="space-between">
                <span>{say('term')}</span>
                <span>{say('months', { n: one.termMonths })}</span>
              </Flex>
              <Flex justify="space-between">
                <span>{say('rate')}</span>
                <span>{percentText(one.rateBps)}</span>
              </Flex>
              {shownCost(one.shown) !== null && (
                <strong>{say('cost.annual', { percent: shownCost(one.shown) ?? '' })}</strong>
              )}
              <span>
                {say('sign.until')}{' '}
                <time dateTime={one.expiresAt}>{toTheMinute(one.expiresAt, language)}</time>
              </span>
              <ContractButton contractId={one.id} />
              <Button onClick={() => send.mutate()} loading={send.isPending}>
                {say('sign.sendCode')}
              </Button>
              {send.data && <Typography.Text>{say('sign.sent', { to: send.data.sentTo })}</Typography.Text>}
              <label htmlFor="sign-code">{say('sign.code')}</label>
              <Input
                id="sign-code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                value={code}
                onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
              />
              <ProblemAlert error={sign.error ?? send.error ?? refuse.error} />
              <Button
                type="primary"
                disabled={code.length !== 6}
                loading={sign.isPending}
                onClick={() => sign.mutate(one)}
              >
                {say('sign.sign')}
              </Button>
              {code.length !== 6 && (
                <Typography.Text type="secondary">{say('sign.needCode')}</Typography.Text>
              )}
              <Button
                danger
                onClick={() =>
                  modal.confirm({
                    title: say('sign.refuse'),
                    content: say('sign.refuse.effect'),
                    okText: say('confirm'),
                    onOk: () => refuse.mutateAsync().catch(() => undefined),
                  })
                }
              >
                {say('sign.refuse')}
              </Button>
            </Flex>
          </Card>
        )
      }
    </Loaded>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Empty, Flex, Tag, Typography } from 'antd';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { BindCard } from './bind-card';
import { MyNav } from './my-nav';
import { useCards } from './use-cards';

type BankCard = components['schemas']['BankCard'];
const COLOURS = { checking: 'blue', bound: 'green', refused: 'red', removed: 'default' } as const;

/** The borrower's bank cards: which are bound, which is the default, and binding another. */
export function Component() {
  const say = useText();
  const { query } = useCards();
  return (
    <div className="phone">
      <Page title={say('my.nav.cards')} name={say('my.nav.cards')}>
        <Loaded query={query}>
          {(cards) =>
            cards.length === 0 ? (
              <Empty description={say('card.empty')} />
            ) : (
              cards.map((card) => <OneCard key={card.id} card={card} />)
            )
          }
        </Loaded>
        <BindCard />
      </Page>
      <MyNav />
    </div>
  );
}

function OneCard({ card }: { card: BankCard }) {
  const say = useText();
  const word = useWord();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['cards'] });
  const params = { path: { id: card.id } };
  const prefer = useMutation({
    mutationFn: async () =>
      answerOf(await api.POST('/v1/my/cards/{id}/default', { params: { ...params, header: oneKey() } })),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: async () => {
      const { error, response } = await api.DELETE('/v1/my/cards/{id}', { params });
      if (!response.ok) answerOf({ error });
    },
    onSettled: refresh,
  });
  return (
    <Card size="small">
      <Flex vertical gap={8}>
        <Flex justify="space-between" align="center" wrap gap={6}>
          <strong className="money">{card.card}</strong>
          <span>
            {card.isDefault && <Tag color="geekblue">{say('card.default')}</Tag>}
            <Tag color={COLOURS[card.status]}>{word('card.status', card.status)}</Tag>
          </span>
        </Flex>
        {card.refusal && <Typography.Text>{word('card.refusal', card.refusal)}</Typography.Text>}
        <ProblemAlert error={prefer.error ?? remove.error} />
        {card.status === 'bound' && (
          <Flex gap={8}>
            {!card.isDefault && (
              <Button loading={prefer.isPending} onClick={() => prefer.mutate()}>
                {say('card.makeDefault')}
              </Button>
            )}
            <Button
              danger
              onClick={() =>
                modal.confirm({
                  title: say('card.remove'),
                  content: say('card.remove.effect'),
                  okText: say('confirm'),
                  onOk: () => remove.mutateAsync().catch(() => undefined),
                })
              }
            >
              {say('card.remove')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Card>
  );
}

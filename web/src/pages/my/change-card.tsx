import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Flex, Select, Typography } from 'antd';
import { Link } from 'react-router';
import { api, oneKey } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { useCards } from './use-cards';

/** Another bound card for payout and debits of an application, also while its loan runs. */
export function ChangeCard({ applicationId, current }: { applicationId: string; current: string | null }) {
  const say = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { hasAccount, bound } = useCards();
  const change = useMutation({
    mutationFn: async (cardId: string) =>
      answerOf(
        await api.POST('/v1/my/applications/{id}/card', {
          params: { header: oneKey(), path: { id: applicationId } },
          body: { cardId },
        }),
      ),
    onSuccess: async () => {
      void message.success(say('card.changed'));
      await queries.invalidateQueries();
    },
  });
  if (!hasAccount) return <Typography.Text>{say('card.needsAccount')}</Typography.Text>;
  const used = bound.find(({ card }) => card === current)?.id ?? null;
  return (
    <Flex vertical gap={8}>
      <label htmlFor="change-card">{say('card.choose')}</label>
      <Select
        id="change-card"
        value={used}
        loading={change.isPending}
        onChange={(next) => next !== null && change.mutate(next)}
        options={bound.map(({ id, card }) => ({ value: id, label: card }))}
      />
      <Typography.Text>
        <Link to="/my/cards">{say('card.bind')}</Link>
      </Typography.Text>
      <ProblemAlert error={change.error} />
    </Flex>
  );
}

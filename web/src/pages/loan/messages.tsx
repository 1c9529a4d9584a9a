import { Button, Empty, Flex, Tag } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { usePages } from '../../ui/use-pages';
import { When } from '../../ui/when';

type CaseMessage = components['schemas']['CaseMessage'];
const COLOURS = { sent: 'green', queued: 'gold', failed: 'red' } as const;

/** What was written to the customer, word for word. */
export function Messages({ applicationId }: { applicationId: string }) {
  const say = useText();
  const word = useWord();
  const { rows, more, loading, error } = usePages<CaseMessage>(['messages', applicationId], async (cursor) =>
    answerOf(
      await api.GET('/v1/applications/{id}/messages', {
        params: { path: { id: applicationId }, query: { cursor, limit: 50 } },
      }),
    ),
  );
  return (
    <Flex vertical gap={12}>
      <ProblemAlert error={error} />
      {rows.length === 0 && !loading && <Empty description={say('messages.empty')} />}
      {rows.map((message) => (
        <article key={message.id} className="panel">
          <Flex gap={8} wrap align="center">
            <strong>{word('message', message.template)}</strong>
            <Tag color={COLOURS[message.status]}>{word('sent', message.status)}</Tag>
            <Secondary>
              {word('channelOf', message.channel)} · <When at={message.at} />
            </Secondary>
          </Flex>
          <p className="letter">{message.body ?? say('messages.hidden')}</p>
        </article>
      ))}
      {more && <Button onClick={more}>{say('more')}</Button>}
    </Flex>
  );
}

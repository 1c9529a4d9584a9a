import { Button, Card, Empty, Flex, Tag, Typography } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { usePages } from '../../ui/use-pages';
import { exactly } from '../../ui/when';
import { MyNav } from './my-nav';

type Message = components['schemas']['BorrowerMessage'];

/** Everything that was written to the borrower, in full, newest first. */
export function Component() {
  const say = useText();
  const word = useWord();
  const language = useLanguage();
  const { rows, more, loading, error } = usePages<Message>(
    ['messages', 'mine'],
    async (cursor) =>
      answerOf(await api.GET('/v1/my/messages', { params: { query: { cursor, limit: 30 } } })),
    10_000,
  );
  return (
    <div className="phone">
      <Page title={say('messages.title')} name={say('messages.title')}>
        <ProblemAlert error={error} />
        {rows.length === 0 && !loading && <Empty description={say('messages.empty')} />}
        {rows.map(({ id, subject, body, at, topic }) => (
          <Card key={id} size="small">
            <Flex vertical gap={6}>
              <Flex justify="space-between" gap={8}>
                <strong>{subject}</strong>
                <Tag>{word('topic', topic)}</Tag>
              </Flex>
              <span>{body}</span>
              <Typography.Text type="secondary">
                <time dateTime={at}>{exactly(at, language)}</time>
              </Typography.Text>
            </Flex>
          </Card>
        ))}
        {more && <Button onClick={more}>{say('more')}</Button>}
      </Page>
      <MyNav />
    </div>
  );
}

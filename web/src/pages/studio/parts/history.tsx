import { useQuery } from '@tanstack/react-query';
import { Timeline as AntTimeline, Flex, Typography } from 'antd';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useWord } from '../../../i18n/use-text';
import { Loaded } from '../../../ui/page';
import { Day, When } from '../../../ui/when';
import { Who } from './who';

/** Everything that happened to one version, out of the audit chain. */
export function History({ id }: { id: string }) {
  const word = useWord();
  const query = useQuery({
    queryKey: ['policies', id, 'history'],
    queryFn: async () =>
      answerOf(await api.GET('/v1/policies/{id}/history', { params: { path: { id } } })).data,
  });
  return (
    <Loaded query={query}>
      {(events) => (
        <AntTimeline
          items={events.map((event) => ({
            key: `${event.at}${event.what}`,
            content: (
              <Flex vertical gap={2}>
                <Flex gap={8} wrap>
                  <strong>{word('audit', event.what)}</strong>
                  {event.on && <Day on={event.on} />}
                  <Typography.Text type="secondary">
                    <Who person={event.actor} /> · <When at={event.at} />
                  </Typography.Text>
                </Flex>
                {event.comment && (
                  <Typography.Paragraph style={{ margin: 0 }}>{event.comment}</Typography.Paragraph>
                )}
              </Flex>
            ),
          }))}
        />
      )}
    </Loaded>
  );
}

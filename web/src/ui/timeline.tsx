import { Timeline as AntTimeline, Button, Empty, Flex, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';
import { useText, useWord } from '../i18n/use-text';
import { Actor } from './actor';
import { Money } from './money';
import { ProblemAlert } from './problem-alert';
import { usePages } from './use-pages';
import { Day, When } from './when';

type Entry = components['schemas']['TimelineEntry'];
const COLOURS = { audit: 'blue', message: 'gray', money: 'green' } as const;
const KINDS = ['all', 'audit', 'message', 'money'] as const;

/** One stream of people, machine, money and messages. */
export function Timeline({ applicationId }: { applicationId: string }) {
  const say = useText();
  const word = useWord();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('all');
  const { rows, more, error } = usePages<Entry>(['timeline', applicationId], async (cursor) =>
    answerOf(
      await api.GET('/v1/applications/{id}/timeline', {
        params: { path: { id: applicationId }, query: { cursor, limit: 100 } },
      }),
    ),
  );
  const shown = rows.filter((row) => kind === 'all' || row.kind === kind);
  return (
    <Flex vertical gap={12}>
      <ProblemAlert error={error} />
      <Segmented
        style={{ alignSelf: 'start' }}
        aria-label={say('timeline')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: say(`timeline.${value}`) }))}
      />
      {shown.length === 0 && <Empty description={say('timeline.empty')} />}
      <AntTimeline
        items={shown.map((entry) => ({
          key: entry.id,
          color: COLOURS[entry.kind],
          content: (
            <Flex wrap gap={8} align="baseline">
              <strong>
                {word(
                  entry.kind === 'money' ? 'tx' : entry.kind === 'message' ? 'message' : 'audit',
                  entry.what,
                )}
              </strong>
              {typeof entry.data.amountMinor === 'string' && <Money minor={entry.data.amountMinor} />}
              {entry.kind === 'message' && (
                <Typography.Text type="secondary">
                  {word('channelOf', String(entry.data.channel))} · {word('sent', String(entry.data.status))}
                </Typography.Text>
              )}
              <Typography.Text type="secondary">
                {typeof entry.data.effectiveOn === 'string' ? (
                  <Day on={entry.data.effectiveOn} />
                ) : (
                  <When at={entry.at} />
                )}
                {entry.actorId !== null && (
                  <>
                    {' · '}
                    <Actor id={entry.actorId} />
                  </>
                )}
              </Typography.Text>
            </Flex>
          ),
        }))}
      />
      {more && <Button onClick={more}>{say('more')}</Button>}
    </Flex>
  );
}

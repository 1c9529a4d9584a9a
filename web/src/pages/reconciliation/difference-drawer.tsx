import { useQuery } from '@tanstack/react-query';
import { Drawer, Flex, Typography } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/page';
import { Day, When } from '../../ui/when';
import { SecondReading } from './second-reading';
import { Settle } from './settle';
import { Sides } from './sides';
import { StatusTag } from './status';
import { useCode, useSay } from './use-words';

/** One difference: what it means, both sides of it, what was said, and what this person may do about it. */
export function DifferenceDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useSay();
  const word = useCode();
  const text = useText();
  const difference = useQuery({
    queryKey: ['difference', id],
    queryFn: async () =>
      answerOf(await api.GET('/v1/reconciliation-tasks/{id}', { params: { path: { id } } })),
  });
  return (
    <Drawer
      open
      title={say('rec.title')}
      size="min(860px, 100vw)"
      onClose={onClose}
      closable={{ 'aria-label': text('keys.close') }}
    >
      <Loaded query={difference}>
        {(one) => (
          <Flex vertical gap={16}>
            <Flex gap={8} align="center" wrap>
              <strong>{word('recKind', one.kind)}</strong>
              <StatusTag status={one.status} />
              <span>
                {say('rec.on')} <Day on={one.statementOn} />
              </span>
            </Flex>
            <Typography.Text type="secondary">{word('recHelp', one.kind)}</Typography.Text>
            <Sides difference={one} />
            {one.resolution !== null && (
              <Facts
                items={[
                  [say('rec.reason'), word('recReason', one.resolution)],
                  [say('rec.by'), one.resolvedByName ?? '—'],
                  [say('rec.reader'), one.confirmedByName ?? '—'],
                ]}
              />
            )}
            {one.comments.length > 0 && (
              <section aria-label={say('rec.said')}>
                <strong>{say('rec.said')}</strong>
                {one.comments.map(({ at, byName, text: said }) => (
                  <p key={at + said} style={{ margin: '6px 0 0' }}>
                    {byName ?? '—'} · <When at={at} />: {said}
                  </p>
                ))}
              </section>
            )}
            {one.status === 'open' && <Settle id={one.id} onDone={onClose} />}
            {one.status === 'resolved' && <SecondReading difference={one} onDone={onClose} />}
          </Flex>
        )}
      </Loaded>
    </Drawer>
  );
}

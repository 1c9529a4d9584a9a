import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, Select, Typography } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { leave } from '../../auth/borrower-session';
import { useText, useWord } from '../../i18n/use-text';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { MyNav } from './my-nav';

type Setting = components['schemas']['NotificationSetting'];
const CHANNELS = ['sms', 'inapp'] as const;

/** The account: who it belongs to, how messages come, and the way out. */
export function Component() {
  const say = useText();
  const navigate = useNavigate();
  const account = useQuery({
    queryKey: ['account'],
    queryFn: async () => answerOf(await api.GET('/v1/my/account')),
  });
  return (
    <div className="phone">
      <Page title={say('account.title')} name={say('account.title')}>
        <Loaded query={account}>
          {({ phone, identity }) => (
            <Card size="small">
              <dl className="pairs">
                <dt>{say('enter.phone')}</dt>
                <dd>{phone}</dd>
                <dt>{say('name')}</dt>
                <dd>{identity ? identity.name : say('account.notConfirmed')}</dd>
                {identity && (
                  <>
                    <dt>{say('idNo')}</dt>
                    <dd>{identity.idNo}</dd>
                  </>
                )}
              </dl>
            </Card>
          )}
        </Loaded>
        <Notifications />
        <Button
          block
          onClick={() => {
            void leave().then(() => navigate('/my/enter'));
          }}
        >
          {say('enter.signOut')}
        </Button>
      </Page>
      <MyNav />
    </div>
  );
}

function Notifications() {
  const say = useText();
  const word = useWord();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const settings = useQuery({
    queryKey: ['notifications'],
    queryFn: async () => answerOf(await api.GET('/v1/my/notifications')).data,
  });
  const change = useMutation({
    mutationFn: async ({ topic, channel }: Pick<Setting, 'topic' | 'channel'>) =>
      answerOf(await api.PUT('/v1/my/notifications', { body: { choices: [{ topic, channel }] } })),
    onSuccess: async () => {
      void message.success(say('account.saved'));
      await queries.invalidateQueries({ queryKey: ['notifications'] });
    },
  });
  return (
    <Card size="small" title={say('account.notifications')}>
      <Loaded query={settings}>
        {(all) => (
          <Flex vertical gap={12}>
            {all.map(({ topic, channel, fixed }) => (
              <Flex key={topic} justify="space-between" align="center" gap={8}>
                <Flex vertical>
                  <label htmlFor={`topic-${topic}`}>{word('topic', topic)}</label>
                  {fixed && <Typography.Text type="secondary">{say('account.fixed')}</Typography.Text>}
                </Flex>
                <Select
                  id={`topic-${topic}`}
                  style={{ width: 150, flex: 'none' }}
                  disabled={fixed}
                  value={channel}
                  onChange={(next) => change.mutate({ topic, channel: next })}
                  options={CHANNELS.map((value) => ({ value, label: say(`channel.${value}`) }))}
                />
              </Flex>
            ))}
            <ProblemAlert error={change.error} />
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

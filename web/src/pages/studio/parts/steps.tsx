import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Flex, Modal, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ifVersion, oneKey } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { permits, useSession } from '../../../auth/session';
import { useText } from '../../../i18n/use-text';
import type { TextKey } from '../../../i18n/zh';
import { CommentField } from '../../../ui/comment-field';
import { ProblemAlert } from '../../../ui/problem-alert';
import { Secondary } from '../../../ui/secondary';
import type { Detail } from '../use-policies';

type Asking = 'publish' | 'retire' | 'send-back' | null;

/** Today in the lender's calendar. */
export const lenderToday = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** What can be done to a version now; what cannot be says why. */
export function Steps({ detail, dirty }: { detail: Detail; dirty: boolean }) {
  const say = useText();
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const [asking, setAsking] = useState<Asking>(null);
  const [text, setText] = useState('');
  const [day, setDay] = useState(lenderToday);
  const { id, standing, revision, kind, code } = detail;
  const header = { ...oneKey(), ...ifVersion(revision) };
  const params = { header, path: { id } };

  const act = useMutation({
    mutationFn: async (
      what: 'submit' | 'take-back' | 'approve' | 'discard' | 'publish' | 'retire' | 'send-back',
    ) => {
      switch (what) {
        case 'submit':
          return answerOf(await api.POST('/v1/policies/{id}/submit', { params }));
        case 'take-back':
          return answerOf(await api.POST('/v1/policies/{id}/take-back', { params }));
        case 'approve':
          return answerOf(await api.POST('/v1/policies/{id}/approve', { params }));
        case 'send-back':
          return answerOf(await api.POST('/v1/policies/{id}/send-back', { params, body: { comment: text } }));
        case 'publish':
          return answerOf(
            await api.POST('/v1/policies/{id}/publish', { params, body: { effectiveFrom: day } }),
          );
        case 'retire':
          return answerOf(
            await api.POST('/v1/policies/{id}/retire', { params, body: { effectiveTo: day, comment: text } }),
          );
        case 'discard': {
          const { error, response } = await api.DELETE('/v1/policies/{id}', { params });
          if (!response.ok) answerOf({ error });
          return null;
        }
      }
    },
    onSuccess: async (_, what) => {
      setAsking(null);
      setText('');
      void message.success(say(`studio.done.${what}`));
      if (what === 'discard') void navigate(`/studio?kind=${kind}`);
      await queries.invalidateQueries({ queryKey: ['policies'] });
    },
  });
  const begin = useMutation({
    mutationFn: async () => {
      if (detail.content === null) throw new Error('no form');
      return answerOf(
        await api.POST('/v1/policies', {
          params: { header: oneKey() },
          body: { kind: detail.content.kind, code, copyOf: id },
        }),
      );
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['policies'] });
      void navigate(`/studio/${made.id}?edit=1`);
    },
  });

  const mine = detail.author.id === session.id || detail.editors.some((one) => one.id === session.id);
  const may = (action: 'change' | 'decide' | 'publish') => permits(session, action, 'Policy');
  const role = (action: 'change' | 'decide' | 'publish'): TextKey | null =>
    may(action) ? null : 'studio.why.role';
  const button = (label: TextKey, why: TextKey | null, onClick: () => void, primary = false) => (
    <Tooltip key={label} title={why === null ? undefined : say(why)}>
      <Button
        type={primary ? 'primary' : 'default'}
        disabled={why !== null}
        loading={act.isPending || begin.isPending}
        onClick={onClick}
      >
        {say(label)}
      </Button>
    </Tooltip>
  );
  const confirm = (title: TextKey, content: TextKey, what: 'submit' | 'approve' | 'discard' | 'take-back') =>
    modal.confirm({
      title: say(title),
      content: say(content),
      okText: say('confirm'),
      onOk: () => act.mutateAsync(what).catch(() => undefined),
    });
  const former = standing === 'superseded' || standing === 'retired';
  const buttons =
    standing === 'draft'
      ? [
          button(
            'studio.do.submit',
            role('change') ?? (dirty ? 'studio.why.dirty' : null),
            () => confirm('studio.do.submit', 'studio.effect.submit', 'submit'),
            true,
          ),
          button('studio.do.discard', role('change'), () =>
            confirm('studio.do.discard', 'studio.effect.discard', 'discard'),
          ),
        ]
      : standing === 'in_approval'
        ? [
            button(
              'studio.do.approve',
              role('decide') ?? (mine ? 'studio.why.maker' : null),
              () => confirm('studio.do.approve', 'studio.effect.approve', 'approve'),
              true,
            ),
            button('studio.do.sendBack', role('decide') ?? (mine ? 'studio.why.maker' : null), () =>
              setAsking('send-back'),
            ),
            button('studio.do.takeBack', role('change'), () =>
              confirm('studio.do.takeBack', 'studio.effect.takeBack', 'take-back'),
            ),
          ]
        : standing === 'approved'
          ? [button('studio.do.publish', role('publish'), () => setAsking('publish'), true)]
          : [
              ...(detail.content
                ? [
                    button(
                      former ? 'studio.do.rollBack' : 'studio.do.draft',
                      role('change'),
                      () => begin.mutate(),
                      true,
                    ),
                  ]
                : []),
              ...(standing === 'in_force' || standing === 'scheduled'
                ? [button('studio.do.retire', role('publish'), () => setAsking('retire'))]
                : []),
            ];
  const needsText = asking === 'retire' || asking === 'send-back';
  return (
    <Flex vertical gap={8}>
      <Flex wrap gap={8}>
        {buttons}
      </Flex>
      {former && detail.content && <Secondary>{say('studio.why.rollBack')}</Secondary>}
      {dirty && <Secondary>{say('studio.why.dirty')}</Secondary>}
      {asking === null && <ProblemAlert error={act.error ?? begin.error} />}
      {asking !== null && (
        <Modal
          open
          title={say(
            asking === 'publish'
              ? 'studio.do.publish'
              : asking === 'retire'
                ? 'studio.do.retire'
                : 'studio.do.sendBack',
          )}
          okText={say('confirm')}
          okButtonProps={{ disabled: needsText && text.trim() === '', loading: act.isPending }}
          onOk={() => act.mutate(asking)}
          onCancel={() => setAsking(null)}
        >
          <Flex vertical gap={12}>
            <span>
              {say(
                asking === 'publish'
                  ? 'studio.effect.publish'
                  : asking === 'retire'
                    ? 'studio.effect.retire'
                    : 'studio.effect.sendBack',
              )}
            </span>
            {asking !== 'send-back' && (
              <DatePicker
                aria-label={say('studio.from.day')}
                allowClear={false}
                value={dayjs(day)}
                minDate={dayjs(lenderToday())}
                onChange={(next) => next && setDay(next.format('YYYY-MM-DD'))}
              />
            )}
            {needsText && <CommentField label={say('studio.comment')} value={text} onChange={setText} />}
            {needsText && text.trim() === '' && <Secondary>{say('studio.why.comment')}</Secondary>}
            <ProblemAlert error={act.error} />
          </Flex>
        </Modal>
      )}
    </Flex>
  );
}

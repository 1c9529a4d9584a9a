import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Checkbox, DatePicker, Flex, InputNumber, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ifVersion, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { CommentField } from '../../ui/comment-field';
import { useCurrency } from '../../ui/currency';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { lastInbox } from '../inbox/last-inbox';

type Task = components['schemas']['TaskDetail'];

const CALL = [
  ...['PROMISED', 'REACHED', 'HARDSHIP', 'REFUSED', 'PAID'],
  ...['NOT_REACHED', 'WRONG_NUMBER', 'OTHER_PERSON'],
];
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  call: CALL,
  senior_call: CALL,
  negotiation: ['PROMISED', 'AGREED', 'HARDSHIP', 'REFUSED', 'NOT_REACHED', 'OTHER_PERSON'],
};
const OTHER_RESULTS = ['DONE', 'NOT_POSSIBLE'];
const PROMISED = 'PROMISED';

/** What came of a call, a letter or another task of collections; a promise has a day and an amount. */
export function Outcome({ task, hindered }: { task: Task; hindered: string | null }) {
  const say = useText();
  const word = useWord();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<string>();
  const [on, setOn] = useState<string>();
  const [amount, setAmount] = useState<number | null>(null);
  const [attempts, setAttempts] = useState(1);
  const [atWish, setAtWish] = useState(false);
  const [comment, setComment] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const money = useCurrency();
  const promisedMinor = money.minorOf(amount);
  const promised = outcome === PROMISED;
  const called = task.kind in RESULTS;
  const terms = {
    ...(promised && on && promisedMinor && { promisedOn: on, promisedMinor }),
    ...(called && { attempts: String(attempts), atDebtorsWish: atWish ? 'yes' : 'no' }),
  };
  const complete = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/tasks/{id}/decision', {
          params: {
            header: { ...ifVersion(task.version), ...oneKey(`${key}-${task.version}`) },
            path: { id: task.id },
          },
          body: {
            decision: 'complete',
            outcome: outcome ?? '',
            reasonCodes: [],
            comment,
            ...(Object.keys(terms).length > 0 && { terms }),
          },
        }),
      ),
    onSuccess: async (command) => {
      if (command.status === 'refused') return;
      void message.success(say('outcome.done'));
      await queries.invalidateQueries();
      void navigate(lastInbox());
    },
  });
  const lacking =
    hindered !== null
      ? hindered
      : outcome === undefined
        ? say('outcome.needResult')
        : promised && (on === undefined || promisedMinor === null)
          ? say('outcome.needPromise')
          : comment.trim() === ''
            ? say('verdict.needComment')
            : null;
  if (task.status !== 'open') return null;
  const confirm = () =>
    modal.confirm({
      title: say('verdict.complete'),
      content: promised
        ? say('outcome.effectPromise', { on: on ?? '', amount: money.amount(promisedMinor ?? '0') })
        : say('outcome.effect', { result: word('collected', outcome) }),
      okText: say('confirm'),
      onOk: () => complete.mutateAsync().catch(() => undefined),
    });
  return (
    <Card size="small" title={say('outcome.title')}>
      <Flex vertical gap={10}>
        <Radio.Group
          aria-label={say('outcome.title')}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          options={(RESULTS[task.kind] ?? OTHER_RESULTS).map((value) => ({
            value,
            label: word('collected', value),
          }))}
          vertical
        />
        {promised && (
          <Flex gap={8} wrap>
            <DatePicker
              aria-label={say('outcome.promisedOn')}
              placeholder={say('outcome.promisedOn')}
              value={on === undefined ? null : dayjs(on)}
              onChange={(next) => setOn(next?.format('YYYY-MM-DD'))}
              style={{ flex: '1 1 130px' }}
            />
            <InputNumber
              aria-label={say('outcome.promisedAmount')}
              placeholder={say('outcome.promisedAmount')}
              value={amount}
              min={money.least}
              precision={money.digits}
              prefix={money.sign}
              onChange={setAmount}
              style={{ flex: '1 1 130px' }}
            />
          </Flex>
        )}
        {called && (
          <Flex gap={12} wrap align="center">
            <InputNumber
              aria-label={say('outcome.attempts')}
              prefix={say('outcome.attempts')}
              value={attempts}
              min={1}
              max={99}
              precision={0}
              onChange={(next) => setAttempts(next ?? 1)}
              style={{ flex: '0 1 180px' }}
            />
            <Checkbox checked={atWish} onChange={(event) => setAtWish(event.target.checked)}>
              {say('outcome.atWish')}
            </Checkbox>
          </Flex>
        )}
        <CommentField label={say('outcome.comment')} value={comment} onChange={setComment} />
        <ProblemAlert error={complete.error} />
        {complete.data?.status === 'refused' && (
          <span role="alert">{say('verdict.refused', { code: complete.data.refusal ?? '' })}</span>
        )}
        <Button type="primary" disabled={lacking !== null} loading={complete.isPending} onClick={confirm}>
          {say('outcome.record')}
        </Button>
        {lacking !== null && <Secondary>{lacking}</Secondary>}
      </Flex>
    </Card>
  );
}

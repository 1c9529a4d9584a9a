import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, InputNumber, Radio, Select, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, ifVersion, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useNamed } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { KeysHelp } from '../../shell/keys-help';
import { CommentField } from '../../ui/comment-field';
import { useCurrency } from '../../ui/currency';
import { ProblemAlert } from '../../ui/problem-alert';
import { useProducts } from '../../ui/use-products';
import { useReasons } from '../../ui/use-reasons';
import { lastInbox } from '../inbox/last-inbox';
import { useKeys } from '../inbox/use-keys';

type Task = components['schemas']['TaskDetail'];
type Body = components['schemas']['DecideTask'];
const WAYS = ['approve', 'conditions', 'return', 'reject'] as const;
type Way = (typeof WAYS)[number];

/** The decision: what will happen is said before it is confirmed, and it counts only for what was seen. */
export function Verdict({ task, hindered }: { task: Task; hindered: string | null }) {
  const say = useText();
  const named = useNamed();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { reasons } = useReasons();
  const { documentKinds, documentName } = useProducts();
  const [search] = useSearchParams();
  const [way, setWay] = useState<Way>(() => WAYS.find((one) => one === search.get('do')) ?? 'approve');
  const [help, setHelp] = useState(false);
  useKeys({ a: () => setWay('approve'), r: () => setWay('reject'), '?': () => setHelp(true) });
  const [comment, setComment] = useState('');
  const [codes, setCodes] = useState<string[]>([]);
  const [wanted, setWanted] = useState<string[]>([]);
  const [amount, setAmount] = useState<number | null>(null);
  const [months, setMonths] = useState<number | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const money = useCurrency();
  const amountMinor = money.minorOf(amount);
  const conditions = {
    ...(amountMinor !== null && { amountMinor }),
    ...(months !== null && { termMonths: months }),
    ...(percent !== null && { rateBps: Math.round(percent * 100) }),
  };
  const body = (): Body => {
    if (way === 'reject') return { decision: 'reject', reasonCodes: codes, comment };
    if (way === 'return') return { decision: 'return', documents: wanted, comment };
    return { decision: 'approve', reasonCodes: codes, comment, ...(way === 'conditions' && { conditions }) };
  };
  const decide = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/tasks/{id}/decision', {
          params: {
            header: { ...ifVersion(task.version), ...oneKey(`${key}-${task.version}-${way}`) },
            path: { id: task.id },
          },
          body: body(),
        }),
      ),
    onSuccess: async (command) => {
      if (command.status === 'refused') return;
      void message.success(say('verdict.done'));
      await queries.invalidateQueries();
      void navigate(lastInbox());
    },
  });
  const lacking =
    hindered !== null
      ? hindered
      : comment.trim() === ''
        ? say('verdict.needComment')
        : way === 'reject' && codes.length === 0
          ? say('verdict.needReason')
          : way === 'return' && wanted.length === 0
            ? say('verdict.needDocuments')
            : way === 'conditions' && Object.keys(conditions).length === 0
              ? say('verdict.needConditions')
              : null;
  if (task.status !== 'open') return null;
  const confirm = () =>
    modal.confirm({
      title: say(`verdict.${way}`),
      content: say(`verdict.${way}.effect`, {
        amount: money.amount(amountMinor ?? task.amountMinor ?? '0'),
        name: task.customerName,
      }),
      okText: say('confirm'),
      onOk: () => decide.mutateAsync().catch(() => undefined),
    });
  return (
    <Card size="small" title={say('verdict')}>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
      <Flex vertical gap={10}>
        <Radio.Group
          aria-label={say('verdict')}
          value={way}
          onChange={(event) => setWay(event.target.value)}
          options={WAYS.map((value) => ({ value, label: say(`verdict.${value}`) }))}
          vertical
        />
        {way === 'conditions' && (
          <Flex gap={8} wrap>
            <InputNumber
              aria-label={say('verdict.amount')}
              placeholder={say('verdict.amount')}
              value={amount}
              min={1}
              max={money.typedOf(task.amountMinor ?? '0')}
              prefix={money.sign}
              style={{ flex: '1 1 120px' }}
              onChange={setAmount}
            />
            <InputNumber
              aria-label={say('verdict.months')}
              placeholder={say('verdict.months')}
              value={months}
              min={1}
              max={360}
              precision={0}
              style={{ flex: '1 1 120px' }}
              onChange={setMonths}
            />
            <InputNumber
              aria-label={say('verdict.rate')}
              placeholder={say('verdict.rate')}
              value={percent}
              min={0.01}
              max={36}
              precision={2}
              suffix="%"
              style={{ flex: '1 1 120px' }}
              onChange={setPercent}
            />
          </Flex>
        )}
        {way === 'return' ? (
          <Select
            mode="multiple"
            aria-label={say('verdict.documents')}
            placeholder={say('verdict.documents')}
            value={wanted}
            onChange={setWanted}
            showSearch={{ optionFilterProp: 'label' }}
            options={documentKinds.map((value) => ({ value, label: documentName(value) }))}
          />
        ) : (
          <Select
            mode="multiple"
            aria-label={say('verdict.reasons')}
            placeholder={say('verdict.reasons')}
            value={codes}
            onChange={setCodes}
            showSearch={{ optionFilterProp: 'label' }}
            options={reasons
              .filter(({ category }) => category === 'human' || category === 'document')
              .map(({ code, names }) => ({ value: code, label: named(names) }))}
          />
        )}
        <CommentField label={say('verdict.comment')} value={comment} onChange={setComment} />
        <ProblemAlert error={decide.error} />
        {decide.data?.status === 'refused' && (
          <Typography.Text type="danger">
            {say('verdict.refused', { code: decide.data.refusal ?? '' })}
          </Typography.Text>
        )}
        <Button type="primary" disabled={lacking !== null} loading={decide.isPending} onClick={confirm}>
          {say('verdict.decide')}
        </Button>
        {lacking !== null && <Typography.Text type="secondary">{lacking}</Typography.Text>}
      </Flex>
    </Card>
  );
}

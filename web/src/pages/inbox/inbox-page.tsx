import { Flex, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';
import { useText, useWord } from '../../i18n/use-text';
import { UnderView } from '../../lists/under-view';
import { Views } from '../../lists/views';
import { KeysHelp } from '../../shell/keys-help';
import { ListTable } from '../../ui/list-table';
import { Money } from '../../ui/money';
import { Page } from '../../ui/page';
import { PlainSelect } from '../../ui/plain-select';
import { Secondary } from '../../ui/secondary';
import { ShortId } from '../../ui/short-id';
import { useFilters } from '../../ui/use-filters';
import { useNarrow } from '../../ui/use-media';
import { usePages } from '../../ui/use-pages';
import { When } from '../../ui/when';
import type { Columns } from '../../ui/wide-table';
import { keepInbox } from './last-inbox';
import { PausedNote } from './paused-note';
import { Sla } from './sla';
import { Urgency } from './urgency';
import { useKeys } from './use-keys';

type Task = components['schemas']['Task'];
const VIEWS = ['mine', 'team', 'all'] as const;
const STATUSES = ['open', 'paused', 'done', 'cancelled'] as const;
const KINDS = [
  'approval',
  'decline_review',
  'call',
  'senior_call',
  'negotiation',
  'agency',
  'refund',
] as const;
const PRIORITIES = [1, 2] as const;
const among = <T extends string>(known: readonly T[], value: string | undefined, other: T): T =>
  known.find((one) => one === value) ?? other;

/** Work that waits for people, the most urgent first. */
export const Component = () => (
  <UnderView list="tasks">
    <Inbox />
  </UnderView>
);

function Inbox() {
  const say = useText();
  const word = useWord();
  const navigate = useNavigate();
  const { search } = useLocation();
  const session = useSession();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState(0);
  const [filters, choose] = useFilters(['view', 'status', 'kind', 'priority']);
  const view = among(VIEWS, filters.view, permits(session, 'claim', 'Task') ? 'team' : 'all');
  const status = among(STATUSES, filters.status, 'open');
  // Both are always said: an address that says nothing opens the default view.
  const setFilters = (change: Parameters<typeof choose>[0]) => choose({ view, status, ...change });
  const { kind } = filters;
  const priority = PRIORITIES.find((one) => String(one) === filters.priority);
  const list = usePages<Task>(
    ['tasks', view, status, kind, priority],
    async (cursor) =>
      answerOf(
        await api.GET('/v1/tasks', {
          params: { query: { view, status, kind, priority, cursor, limit: 50 } },
        }),
      ),
    5_000,
  );
  useEffect(() => keepInbox(search), [search]);
  useEffect(() => {
    if (chosen >= 0) document.querySelector('.row-chosen')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const [help, setHelp] = useState(false);
  const open = (task: Task | undefined, how = '') => task && void navigate(`/tasks/${task.id}${how}`);
  useKeys({
    j: () => {
      if (chosen >= list.rows.length - 1) list.more?.();
      setChosen((at) => Math.min(at + 1, list.rows.length - 1));
    },
    k: () => setChosen((at) => Math.max(at - 1, 0)),
    enter: () => open(list.rows[chosen]),
    a: () => open(list.rows[chosen], '?do=approve'),
    r: () => open(list.rows[chosen], '?do=reject'),
    '?': () => setHelp(true),
  });
  const holder = (task: Task) =>
    task.assigneeId === null
      ? say('task.free')
      : task.assigneeId === session.id
        ? say('task.me')
        : (task.assigneeName ?? say('task.other'));
  const sla = (task: Task) =>
    task.status === 'open' || task.status === 'paused' ? (
      <Sla task={task} />
    ) : (
      word('taskOutcome', task.outcome ?? task.status)
    );
  const columns: Columns<Task> = [
    { key: 'kind', title: say('task.what'), render: (_, task) => word('task', task.kind) },
    { key: 'name', title: say('customer'), dataIndex: 'customerName' },
    {
      key: 'amount',
      title: say('amount'),
      align: 'right',
      render: (_, task) => <Money minor={task.amountMinor} currency={task.currency} />,
    },
    { key: 'level', title: say('task.level'), render: (_, task) => word('level', task.level) },
    {
      key: 'priority',
      title: say('task.priority'),
      render: (_, task) => <Urgency priority={task.priority} />,
    },
    { key: 'due', title: say('task.due'), render: (_, task) => sla(task) },
    { key: 'holder', title: say('task.holder'), render: (_, task) => holder(task) },
    {
      key: 'opened',
      title: say('task.opened'),
      render: (_, task) => <When at={task.openedAt} now={Date.parse(task.asOf)} />,
    },
    { key: 'id', title: say('task.id'), render: (_, task) => <ShortId id={task.id} /> },
  ];
  return (
    <Page
      title={say('nav.inbox')}
      name={say('nav.inbox')}
      extra={!narrow && <Secondary>{say('inbox.keys')}</Secondary>}
    >
      <Flex wrap gap={8}>
        <Views list="tasks" stands={{ view, status }} />
        <Segmented
          aria-label={say('inbox.view')}
          value={view}
          onChange={(next) => setFilters({ view: next })}
          options={VIEWS.map((value) => ({ value, label: say(`inbox.${value}`) }))}
        />
        <PlainSelect
          label={say('task.status')}
          value={status}
          onChange={(next) => setFilters({ status: next })}
          options={STATUSES.map((value) => ({ value, label: word('taskStatus', value) }))}
        />
        <PlainSelect<string>
          label={say('task.what')}
          none={say('task.anyKind')}
          value={kind}
          onChange={(next) => setFilters({ kind: next })}
          options={KINDS.map((value) => ({ value, label: word('task', value) }))}
        />
        <PlainSelect<string>
          label={say('task.priority')}
          none={say('task.anyPriority')}
          value={priority === undefined ? undefined : String(priority)}
          onChange={(next) => setFilters({ priority: next })}
          options={PRIORITIES.map((value) => ({ value: String(value), label: say(`priority.upTo${value}`) }))}
        />
        {status === 'open' && <PausedNote view={view} onShow={() => setFilters({ status: 'paused' })} />}
      </Flex>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
      <ListTable<Task>
        {...list}
        columns={columns}
        rowKey={(task) => task.id}
        chosen={chosen}
        onOpen={(task) => open(task)}
        empty={say(view === 'mine' ? 'inbox.emptyMine' : 'inbox.empty')}
        card={(task) => (
          <Flex vertical gap={4}>
            <Flex justify="space-between">
              <strong>{task.customerName}</strong>
              <Money minor={task.amountMinor} currency={task.currency} />
            </Flex>
            <Flex justify="space-between" wrap gap={4}>
              <span>{word('task', task.kind)}</span>
              {sla(task)}
            </Flex>
            <span>
              <Urgency priority={task.priority} />
            </span>
            <Secondary>{holder(task)}</Secondary>
          </Flex>
        )}
      />
    </Page>
  );
}

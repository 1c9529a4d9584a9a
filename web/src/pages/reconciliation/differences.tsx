import { Button, Flex, type TableColumnsType } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { ListTable } from '../../ui/list-table';
import { Money } from '../../ui/money';
import { usePages } from '../../ui/use-pages';
import { When } from '../../ui/when';
import { type DifferenceStatus, StatusTag } from './status';
import { useCode, useSay } from './use-words';

type Difference = components['schemas']['ReconciliationTask'];

interface DifferencesProps {
  clock: string | undefined;
  day: string | undefined;
  status: DifferenceStatus | undefined;
  kind: Difference['kind'] | undefined;
  onOpen: (id: string) => void;
}

/** The differences themselves, the oldest first. */
export function Differences({ clock, day, status, kind, onOpen }: DifferencesProps) {
  const say = useSay();
  const word = useCode();
  const text = useText();
  const list = usePages<Difference>(['differences', clock, day, status, kind], async (cursor) =>
    answerOf(
      await api.GET('/v1/reconciliation-tasks', {
        params: { query: { clockId: clock, reconciliationId: day, status, kind, cursor, limit: 50 } },
      }),
    ),
  );
  const button = (one: Difference) => (
    <Button size="small" type={one.status === 'open' ? 'primary' : 'default'} onClick={() => onOpen(one.id)}>
      {one.status === 'open' ? say('rec.handle') : one.status === 'resolved' ? say('rec.read') : text('open')}
    </Button>
  );
  const columns: TableColumnsType<Difference> = [
    { key: 'kind', title: say('rec.kind'), render: (_, one) => word('recKind', one.kind) },
    {
      ...{ key: 'bank', title: say('rec.bank'), align: 'right' },
      render: (_, one) => <Money minor={one.bankMinor} currency={one.currency} />,
    },
    {
      ...{ key: 'own', title: say('rec.own'), align: 'right' },
      render: (_, one) => <Money minor={one.ownMinor} currency={one.currency} />,
    },
    {
      ...{ key: 'ref', title: say('rec.f.bankRef') },
      render: (_, one) => (one.bankRef === null ? '—' : <code>{one.bankRef}</code>),
    },
    { key: 'status', title: say('rec.status'), render: (_, one) => <StatusTag status={one.status} /> },
    { key: 'found', title: say('rec.found'), render: (_, one) => <When at={one.createdAt} /> },
    { key: 'do', title: '', render: (_, one) => button(one) },
  ];
  return (
    <ListTable<Difference>
      {...list}
      columns={columns}
      rowKey={({ id }) => id}
      empty={say(status === 'open' && kind === undefined ? 'rec.none' : 'rec.noneFiltered')}
      card={(one) => (
        <Flex vertical gap={6}>
          <Flex justify="space-between" gap={8} wrap>
            <strong>{word('recKind', one.kind)}</strong>
            <StatusTag status={one.status} />
          </Flex>
          <Flex gap="4px 16px" wrap>
            <span>
              {say('rec.bank')} <Money minor={one.bankMinor} currency={one.currency} />
            </span>
            <span>
              {say('rec.own')} <Money minor={one.ownMinor} currency={one.currency} />
            </span>
          </Flex>
          {button(one)}
        </Flex>
      )}
    />
  );
}

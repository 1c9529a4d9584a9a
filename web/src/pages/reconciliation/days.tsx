import { Flex, type TableColumnsType, Tag } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { ListTable } from '../../ui/list-table';
import { Money } from '../../ui/money';
import { usePages } from '../../ui/use-pages';
import { Day, When } from '../../ui/when';
import { useSay } from './use-words';

export type Run = components['schemas']['ReconciliationRun'];

interface DaysProps {
  clock: string | undefined;
  chosen: string | undefined;
  onChoose: (run: Run) => void;
}

/** Statement days, the latest first: how many lines matched, how many differences are left. */
export function Days({ clock, chosen, onChoose }: DaysProps) {
  const say = useSay();
  const list = usePages<Run>(['reconciliations', clock], async (cursor) =>
    answerOf(
      await api.GET('/v1/reconciliations', { params: { query: { clockId: clock, cursor, limit: 14 } } }),
    ),
  );
  const standing = ({ differenceCount, unsettledCount }: Run) =>
    differenceCount === 0 ? (
      <Tag color="green">{say('rec.even')}</Tag>
    ) : (
      <Tag color={unsettledCount === 0 ? 'default' : 'orange'}>
        {`${say('rec.unsettled')} ${unsettledCount} / ${differenceCount}`}
      </Tag>
    );
  const columns: TableColumnsType<Run> = [
    { key: 'on', title: say('rec.on'), render: (_, one) => <Day on={one.statementOn} /> },
    { key: 'lines', title: say('rec.lines'), align: 'right', dataIndex: 'lineCount' },
    { key: 'matched', title: say('rec.matched'), align: 'right', dataIndex: 'matchedCount' },
    { key: 'differences', title: say('rec.differences'), render: (_, one) => standing(one) },
    {
      ...{ key: 'closing', title: say('rec.closing'), align: 'right' },
      render: (_, one) => <Money minor={one.closingMinor} currency={one.currency} />,
    },
    { key: 'run', title: say('rec.run'), render: (_, one) => <When at={one.runAt} /> },
  ];
  return (
    <ListTable<Run>
      {...list}
      columns={columns}
      rowKey={({ id }) => id}
      onOpen={onChoose}
      chosen={list.rows.findIndex(({ id }) => id === chosen)}
      empty={say('rec.noDays')}
      card={(one) => (
        <Flex vertical gap={4}>
          <Flex justify="space-between" gap={8}>
            <Day on={one.statementOn} />
            {standing(one)}
          </Flex>
          <span>{`${say('rec.matched')} ${one.matchedCount} / ${one.lineCount}`}</span>
        </Flex>
      )}
    />
  );
}

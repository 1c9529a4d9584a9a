import { useQuery } from '@tanstack/react-query';
import { Flex, type TableColumnsType, Tag } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { ListTable } from '../../ui/list-table';
import { percentText } from '../../ui/money';
import { When } from '../../ui/when';

type Health = components['schemas']['SourceHealth'];
const COLOURS = { open: 'red', half_open: 'gold', closed: 'green', unknown: 'default' } as const;

/** How the outside parties fare, over all workers, the troubled ones first. */
export function Sources() {
  const say = useText();
  const word = useWord();
  const health = useQuery({
    queryKey: ['sources'],
    queryFn: async () =>
      answerOf(await api.GET('/v1/operations/sources', { params: { query: { minutes: 60 } } })).data,
    refetchInterval: 5_000,
  });
  const millis = (ms: number | null) => (ms === null ? '—' : `${ms.toLocaleString()} ms`);
  const breaker = (one: Health) => (
    <Flex gap={4} wrap>
      <Tag color={COLOURS[one.breaker]}>{word('breaker', one.breaker)}</Tag>
      {one.openedAt && <When at={one.openedAt} />}
    </Flex>
  );
  const columns: TableColumnsType<Health> = [
    { key: 'party', title: say('source.party'), render: (_, one) => word('party', one.party) },
    { key: 'breaker', title: say('source.breaker'), render: (_, one) => breaker(one) },
    { key: 'calls', title: say('source.calls'), align: 'right', dataIndex: 'calls' },
    {
      ...{ key: 'errors', title: say('source.errors'), align: 'right' },
      render: (_, one) => percentText(one.errorRateBps),
    },
    { key: 'mean', title: say('source.mean'), align: 'right', render: (_, one) => millis(one.meanLatencyMs) },
    { key: 'p95', title: say('source.p95'), align: 'right', render: (_, one) => millis(one.p95WithinMs) },
    { key: 'withheld', title: say('source.withheld'), align: 'right', dataIndex: 'withheld' },
    { key: 'failure', title: say('source.failure'), render: (_, one) => word('failure', one.lastFailure) },
  ];
  return (
    <ListTable<Health>
      rows={health.data ?? []}
      columns={columns}
      rowKey={(one) => one.party}
      loading={health.isLoading}
      error={health.error}
      empty={say('source.none')}
      more={undefined}
      card={(one) => (
        <Flex vertical gap={4}>
          <Flex justify="space-between">
            <strong>{word('party', one.party)}</strong>
            {breaker(one)}
          </Flex>
          <Flex wrap justify="space-between" gap="0 8px">
            <span>{`${say('source.calls')} ${one.calls} · ${say('source.errors')} ${percentText(one.errorRateBps)}`}</span>
            <span>{`${say('source.mean')} ${millis(one.meanLatencyMs)}`}</span>
          </Flex>
        </Flex>
      )}
    />
  );
}

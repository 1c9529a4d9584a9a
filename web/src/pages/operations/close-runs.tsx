import { useQuery } from '@tanstack/react-query';
import { Flex, Modal, type TableColumnsType, Tag } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { ListTable } from '../../ui/list-table';
import { Loaded } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';
import { usePages } from '../../ui/use-pages';
import { Day, When } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import { FindingFigures, FindingSubject } from './close-finding';

type Run = components['schemas']['CloseRun'];
const COLOURS = { open: 'blue', agrees: 'green', differs: 'red' } as const;

/** Closed business dates: how long it took, and whether the ledger proof agreed. */
export function CloseRuns() {
  const say = useText();
  const word = useWord();
  const [{ run }, setFilters] = useFilters(['run']);
  const list = usePages<Run>(
    ['close-runs'],
    async (cursor) =>
      answerOf(await api.GET('/v1/operations/close-runs', { params: { query: { cursor, limit: 50 } } })),
    10_000,
  );
  const detail = useQuery({
    queryKey: ['close-run', run],
    enabled: run !== undefined,
    queryFn: async () =>
      answerOf(await api.GET('/v1/operations/close-runs/{id}', { params: { path: { id: run ?? '' } } })),
  });
  const seconds = (ms: number) => say('time.seconds', { n: (ms / 1000).toFixed(1) });
  const status = (one: Run) => <Tag color={COLOURS[one.status]}>{word('closeStatus', one.status)}</Tag>;
  const columns: TableColumnsType<Run> = [
    { key: 'on', title: say('close.on'), render: (_, one) => <Day on={one.closedOn} /> },
    { key: 'status', title: say('close.status'), render: (_, one) => status(one) },
    {
      key: 'loans',
      title: say('close.loans'),
      align: 'right',
      render: (_, one) => one.loans.toLocaleString(),
    },
    { key: 'took', title: say('close.took'), align: 'right', render: (_, one) => seconds(one.tookMs) },
    { key: 'findings', title: say('close.findings'), align: 'right', dataIndex: 'findings' },
    { key: 'ended', title: say('close.ended'), render: (_, one) => <When at={one.finishedAt} /> },
  ];
  return (
    <>
      <ListTable<Run>
        {...list}
        columns={columns}
        rowKey={(one) => one.id}
        onOpen={(one) => setFilters({ run: one.id })}
        empty={say('close.none')}
        card={(one) => (
          <Flex justify="space-between">
            <Day on={one.closedOn} />
            {status(one)}
          </Flex>
        )}
      />
      <Modal
        open={run !== undefined}
        footer={null}
        width={720}
        title={detail.data ? <Day on={detail.data.closedOn} /> : say('ops.close')}
        onCancel={() => setFilters({ run: undefined })}
      >
        <Loaded query={detail}>
          {({ steps, differences }) => (
            <Flex vertical gap={16}>
              <WideTable
                rowKey="step"
                dataSource={steps}
                columns={[
                  { key: 'step', title: say('close.step'), render: (_, row) => word('closeStep', row.step) },
                  { key: 'parts', title: say('close.parts'), align: 'right', dataIndex: 'parts' },
                  { key: 'loans', title: say('close.loans'), align: 'right', dataIndex: 'loans' },
                  {
                    key: 'took',
                    title: say('close.took'),
                    align: 'right',
                    render: (_, row) => seconds(row.tookMs),
                  },
                ]}
              />
              {differences.length > 0 && (
                <WideTable
                  rowKey={(row) => `${row.check}/${row.subject}`}
                  dataSource={differences}
                  columns={[
                    {
                      key: 'check',
                      title: say('close.findings'),
                      render: (_, row) => word('closeCheck', row.check),
                    },
                    {
                      ...{ key: 'subject', title: say('close.subject') },
                      render: (_, { subject }) => <FindingSubject subject={subject} />,
                    },
                    {
                      ...{ key: 'figures', title: say('find.data') },
                      render: (_, { check, currency, figures }) => (
                        <FindingFigures {...{ check, currency, figures }} />
                      ),
                    },
                  ]}
                />
              )}
            </Flex>
          )}
        </Loaded>
      </Modal>
    </>
  );
}

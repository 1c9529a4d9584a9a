import { Empty, Flex, Select, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text';
import { Loaded } from '../../../ui/page';
import { WideTable } from '../../../ui/wide-table';
import { useFacts } from '../table/facts';
import { type Content, type Detail, usePolicies } from '../use-policies';
import { type SaidChange, useSayChange } from './say-change';
import { type Change, useChanges } from './use-changes';

const COLOURS = { added: 'green', removed: 'red', changed: 'orange', moved: 'blue' } as const;

/** A version beside another: what was added, taken away and changed, cell by cell. */
export function Changes({ detail, kind }: { detail: Detail; kind: Content['kind'] }) {
  const say = useText();
  const { data = [] } = usePolicies();
  const [against, setAgainst] = useState<string>();
  const query = useChanges(detail.id, detail.revision, against);
  const others = data.find((one) => one.kind === detail.kind && one.code === detail.code)?.versions ?? [];
  return (
    <Loaded query={query}>
      {(found) => (
        <Flex vertical gap={12}>
          <Flex gap={8} align="center" wrap>
            <span>{say('studio.against')}</span>
            <Select
              aria-label={say('studio.against')}
              value={found.against?.id ?? null}
              style={{ minWidth: 140 }}
              options={others
                .filter(({ id }) => id !== detail.id)
                .map(({ id, version }) => ({ value: id, label: say('studio.version', { n: version }) }))}
              onChange={(next: string | null) => setAgainst(next ?? undefined)}
            />
            <Typography.Text type="secondary">
              {say('studio.changes.n', { n: found.changes.length })}
            </Typography.Text>
          </Flex>
          <ChangeTable changes={found.changes} kind={kind} code={detail.code} />
        </Flex>
      )}
    </Loaded>
  );
}

function ChangeTable({
  changes,
  kind,
  code,
}: {
  changes: readonly Change[];
  kind: Content['kind'];
  code: string;
}) {
  const say = useText();
  const tell = useSayChange(kind, useFacts(kind, code));
  return (
    <WideTable<SaidChange>
      rowKey="key"
      dataSource={changes.map(tell)}
      locale={{ emptyText: <Empty description={say('studio.changes.none')} /> }}
      columns={[
        {
          key: 'kind',
          title: say('studio.change'),
          render: (_, one) => <Tag color={COLOURS[one.kind]}>{say(`studio.change.${one.kind}`)}</Tag>,
        },
        { key: 'where', title: say('studio.change.where'), dataIndex: 'where' },
        {
          key: 'before',
          title: say('studio.change.before'),
          render: (_, one) => <span className="change-text">{one.before}</span>,
        },
        {
          key: 'after',
          title: say('studio.change.after'),
          render: (_, one) => <strong className="change-text">{one.after}</strong>,
        },
      ]}
    />
  );
}

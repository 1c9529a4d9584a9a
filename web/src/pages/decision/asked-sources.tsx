import { Card, Flex, Tag } from 'antd';
import type { components } from '../../api/generated';
import { useText, useWord } from '../../i18n/use-text';
import { When } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import { useShown } from './use-shown';

interface AskedSourcesProps {
  decision: components['schemas']['Decision'];
  nameOf: (source: string) => string;
}

/** The sources that were asked: how each answered, how quickly, and what it said. */
export function AskedSources({ decision, nameOf }: AskedSourcesProps) {
  const say = useText();
  const word = useWord();
  const shown = useShown();
  return (
    <Card size="small" title={say('decision.sources')}>
      <WideTable
        rowKey="source"
        dataSource={decision.sources}
        expandable={{
          rowExpandable: ({ answer }) => answer.length > 0,
          expandedRowRender: ({ answer }) => (
            <Flex wrap gap="4px 20px">
              {answer.map(({ field, value }) => (
                <span key={field}>
                  {word('field', field)}: <strong>{shown(field, value)}</strong>
                </span>
              ))}
            </Flex>
          ),
        }}
        columns={[
          { key: 'source', title: say('source'), render: (_, { source }) => nameOf(source) },
          {
            key: 'outcome',
            title: say('source.outcome'),
            render: (_, { outcome }) => (
              <Tag color={outcome === 'answered' ? 'green' : 'orange'}>{word('sourceOutcome', outcome)}</Tag>
            ),
          },
          {
            key: 'ms',
            title: say('source.latency'),
            align: 'right',
            render: (_, one) => `${one.latencyMs} ms`,
          },
          { key: 'at', title: say('source.at'), render: (_, { calledAt }) => <When at={calledAt} /> },
        ]}
      />
    </Card>
  );
}

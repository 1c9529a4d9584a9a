import { Card, Tag } from 'antd';
import type { components } from '../../api/generated';
import { useText, useWord } from '../../i18n/use-text';
import { Facts } from '../../ui/facts';
import { Secondary } from '../../ui/secondary';
import { useNarrow } from '../../ui/use-media';
import { When } from '../../ui/when';
import { type Columns, WideTable } from '../../ui/wide-table';
import { useAnswerWord } from './use-answer-word';
import { useShown } from './use-shown';

type Asked = components['schemas']['Decision']['sources'][number];

interface AskedSourcesProps {
  decision: components['schemas']['Decision'];
  nameOf: (source: string) => string;
}

/** The sources that were asked: how each answered, how quickly, and what it said. */
export function AskedSources({ decision, nameOf }: AskedSourcesProps) {
  const say = useText();
  const word = useWord();
  const said = useAnswerWord();
  const shown = useShown();
  const narrow = useNarrow();
  const latency: Columns<Asked>[number] = {
    ...{ key: 'ms', title: say('source.latency'), align: 'right' },
    render: (_, { latencyMs }) => `${latencyMs} ms`,
  };
  const at: Columns<Asked>[number] = {
    ...{ key: 'at', title: say('source.at') },
    render: (_, { calledAt }) => <When at={calledAt} />,
  };
  return (
    <Card size="small" title={say('decision.sources')}>
      <WideTable
        rowKey="source"
        dataSource={decision.sources}
        expandable={{
          rowExpandable: ({ answer }) => answer.length > 0,
          expandedRowRender: ({ answer, calledAt, latencyMs }) => (
            <div className="answer">
              {narrow && (
                <Secondary>
                  <When at={calledAt} /> · {latencyMs} ms
                </Secondary>
              )}
              <Facts items={answer.map(({ field, value }) => [said('field', field), shown(field, value)])} />
            </div>
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
          ...(narrow ? [] : [latency, at]),
        ]}
      />
    </Card>
  );
}

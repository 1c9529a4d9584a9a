import { Card, Flex, Tag } from 'antd';
import type { components } from '../../api/generated';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { When } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';

type Decision = components['schemas']['Decision'];
type Value = string | number | boolean | null;

/** Declared facts beside what each source says; cells that differ are marked by colour and by word. */
export function Compared({ decision }: { decision: Decision }) {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const shown = (field: string, value: Value) =>
    field.endsWith('Minor') && value !== null ? (
      <Money minor={String(value)} />
    ) : typeof value === 'boolean' ? (
      say(value ? 'yes' : 'no')
    ) : typeof value === 'string' ? (
      word('value', value)
    ) : (
      (value ?? '—')
    );
  const comparing = decision.sources.filter(({ source }) =>
    decision.facts.some((fact) => fact.sources.some((said) => said.source === source)),
  );
  const sourceName = (source: string) => {
    const names = decision.sources.find((one) => one.source === source)?.names;
    return names ? named(names) : source;
  };
  return (
    <>
      <Card size="small" title={say('decision.compared')}>
        <WideTable
          rowKey="field"
          dataSource={decision.facts.toSorted((a, b) => b.sources.length - a.sources.length)}
          columns={[
            { key: 'field', title: say('fact'), render: (_, { field }) => word('field', field) },
            {
              key: 'declared',
              title: say('fact.declared'),
              align: 'right',
              render: (_, { field, declared }) => shown(field, declared),
            },
            ...comparing.map(({ source }) => ({
              key: source,
              title: sourceName(source),
              align: 'right' as const,
              render: (_: unknown, fact: Decision['facts'][number]) => {
                const said = fact.sources.find((one) => one.source === source);
                if (said === undefined) return '—';
                return (
                  <span className={said.differs ? 'differs' : ''}>
                    {shown(fact.field, said.value)}
                    {said.differs && ` · ${say('fact.differs')}`}
                  </span>
                );
              },
            })),
          ]}
        />
      </Card>
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
            { key: 'source', title: say('source'), render: (_, { source }) => sourceName(source) },
            {
              key: 'outcome',
              title: say('source.outcome'),
              render: (_, { outcome }) => (
                <Tag color={outcome === 'answered' ? 'green' : 'orange'}>
                  {word('sourceOutcome', outcome)}
                </Tag>
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
    </>
  );
}

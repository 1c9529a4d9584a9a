import { Button, Card, Flex, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { components } from '../../api/generated';
import { permits, useSession } from '../../auth/session';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Secondary } from '../../ui/secondary';
import { When } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import type { Contradiction } from './settle-fact';

const SettleFact = lazy(() => import('./settle-fact'));

type Decision = components['schemas']['Decision'];
type Value = string | number | boolean | null;

/** Declared facts beside what each source says; cells that differ are marked by colour and by word. */
export function Compared({ decision }: { decision: Decision }) {
  const say = useText();
  const session = useSession();
  const [settling, setSettling] = useState<Contradiction>();
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
                if (!said.differs) return shown(fact.field, said.value);
                return (
                  <Flex vertical align="end" gap={2}>
                    <span className="differs">
                      {shown(fact.field, said.value)} · {say('fact.differs')}
                    </span>
                    {said.settled && (
                      <Secondary title={said.settled.comment}>
                        {say(`settled.${said.settled.believed}`)} ·{' '}
                        {said.settled.actorName ?? say('task.other')} · <When at={said.settled.settledAt} />
                      </Secondary>
                    )}
                    {permits(session, 'decide', 'Task') && (
                      <Button
                        size="small"
                        aria-label={`${say('settle.open')}: ${word('field', fact.field)}, ${sourceName(source)}`}
                        onClick={() =>
                          setSettling({
                            ...{ field: fact.field, source, sourceName: sourceName(source) },
                            fieldName: word('field', fact.field),
                            declared: shown(fact.field, fact.declared),
                            found: shown(fact.field, said.value),
                          })
                        }
                      >
                        {say(said.settled ? 'settle.again' : 'settle.open')}
                      </Button>
                    )}
                  </Flex>
                );
              },
            })),
          ]}
        />
      </Card>
      {settling && (
        <Suspense fallback={null}>
          <SettleFact
            applicationId={decision.applicationId}
            of={settling}
            onClose={() => setSettling(undefined)}
          />
        </Suspense>
      )}
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

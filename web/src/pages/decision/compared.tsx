import { Card, Flex, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { components } from '../../api/generated';
import { permits, useSession } from '../../auth/session';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { Day, When } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import { Differing } from './differing';
import { DocumentDialog } from './document-dialog';
import { ScanCell } from './scan-cell';
import type { Contradiction } from './settle-fact';
import { useDocument } from './use-document';

const SettleFact = lazy(() => import('./settle-fact'));

type Decision = components['schemas']['Decision'];
type Fact = Decision['facts'][number];
type Value = string | number | boolean | null;
/** Facts whose values are no codes: names, numbers and dates. */
const AS_PRINTED = new Set(['name', 'idNo', 'companyName', 'uscc', 'representativeName']);
/** How many speak of a fact besides the applicant. */
const spoken = ({ sources, scans }: Fact): number => sources.length + scans.length;

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
    ) : typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? (
      <Day on={value} />
    ) : typeof value === 'string' ? (
      AS_PRINTED.has(field) ? (
        value
      ) : (
        word('value', value)
      )
    ) : (
      (value ?? '—')
    );
  const comparing = decision.sources.filter(({ source }) =>
    decision.facts.some((fact) => fact.sources.some((said) => said.source === source)),
  );
  const read = decision.facts.some(({ scans }) => scans.length > 0);
  const maySettle = permits(session, 'decide', 'Task');
  const { page, open, close } = useDocument(decision.applicationId);
  const sourceName = (source: string) => {
    const names = decision.sources.find((one) => one.source === source)?.names;
    return names ? named(names) : source;
  };
  return (
    <>
      <Card size="small" title={say('decision.compared')}>
        <ProblemAlert error={open.error} />
        <WideTable
          rowKey="field"
          dataSource={decision.facts.toSorted((a, b) => spoken(b) - spoken(a))}
          columns={[
            { key: 'field', title: say('fact'), render: (_, { field }) => word('field', field) },
            {
              key: 'declared',
              title: say('fact.declared'),
              align: 'right',
              render: (_, { field, declared, declaredNames }) =>
                declaredNames ? named(declaredNames) : shown(field, declared),
            },
            ...(read
              ? [
                  {
                    key: 'scans',
                    title: say('scan.column'),
                    align: 'right' as const,
                    render: (_: unknown, { field, declared, scans }: Fact) => (
                      <ScanCell
                        field={field}
                        scans={scans}
                        shown={(value) => shown(field, value)}
                        onOpen={open.mutate}
                        onSettle={
                          maySettle
                            ? (scan, sourceName) =>
                                setSettling({
                                  ...{
                                    field,
                                    fieldName: word('field', field),
                                    source: scan.source,
                                    sourceName,
                                  },
                                  ...{ declared: shown(field, declared), found: shown(field, scan.value) },
                                })
                            : undefined
                        }
                      />
                    ),
                  },
                ]
              : []),
            ...comparing.map(({ source, calledAt }) => ({
              key: source,
              title: (
                <Flex vertical align="end">
                  {sourceName(source)}
                  <Secondary>
                    {say('source.onRecord')} · <When at={calledAt} />
                  </Secondary>
                </Flex>
              ),
              align: 'right' as const,
              render: (_: unknown, { field, declared, sources }: Fact) => {
                const said = sources.find((one) => one.source === source);
                if (said === undefined) return '—';
                if (!said.differs) return shown(field, said.value);
                const fieldName = word('field', field);
                const settle = () =>
                  setSettling({
                    ...{ field, fieldName, source, sourceName: sourceName(source) },
                    ...{ declared: shown(field, declared), found: shown(field, said.value) },
                  });
                return (
                  <Differing
                    said={said}
                    word={say('fact.differs')}
                    label={`${fieldName}, ${sourceName(source)}`}
                    onSettle={maySettle ? settle : undefined}
                  >
                    {shown(field, said.value)}
                  </Differing>
                );
              },
            })),
          ]}
        />
      </Card>
      {page && <DocumentDialog page={page} onClose={close} />}
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

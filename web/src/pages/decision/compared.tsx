import { Card, Flex, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { components } from '../../api/generated';
import { permits, useSession } from '../../auth/session';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { type StackedColumn, StackedRows } from '../../ui/stacked-rows';
import { useNarrow } from '../../ui/use-media';
import { When } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import { AskedSources } from './asked-sources';
import { Differing } from './differing';
import { DocumentDialog } from './document-dialog';
import { ScanCell } from './scan-cell';
import type { Contradiction } from './settle-fact';
import { useDocument } from './use-document';
import { useShown } from './use-shown';

const SettleFact = lazy(() => import('./settle-fact'));

type Decision = components['schemas']['Decision'];
type Fact = Decision['facts'][number];
/** How many speak of a fact besides the applicant. */
const spoken = ({ sources, scans }: Fact): number => sources.length + scans.length;

/** Declared facts beside what each source says; cells that differ are marked by colour and by word. */
export function Compared({ decision }: { decision: Decision }) {
  const say = useText();
  const session = useSession();
  const [settling, setSettling] = useState<Contradiction>();
  const word = useWord();
  const named = useNamed();
  const shown = useShown();
  const comparing = decision.sources.filter(({ source }) =>
    decision.facts.some((fact) => fact.sources.some((said) => said.source === source)),
  );
  const narrow = useNarrow();
  const maySettle = permits(session, 'decide', 'Task');
  const { page, open, close } = useDocument(decision.applicationId);
  const sourceName = (source: string) => {
    const names = decision.sources.find((one) => one.source === source)?.names;
    return names ? named(names) : source;
  };
  const scansColumn = (): StackedColumn<Fact> => ({
    key: 'scans',
    title: say('scan.column'),
    cell: ({ field, declared, scans }) =>
      scans.length === 0 ? null : (
        <ScanCell
          field={field}
          scans={scans}
          shown={(value) => shown(field, value)}
          onOpen={open.mutate}
          onSettle={
            maySettle
              ? (scan, name) =>
                  setSettling({
                    ...{ field, fieldName: word('field', field), source: scan.source, sourceName: name },
                    ...{ declared: shown(field, declared), found: shown(field, scan.value) },
                  })
              : undefined
          }
        />
      ),
  });
  const sourceColumn = (source: string, calledAt: string): StackedColumn<Fact> => ({
    key: source,
    title: (
      <Flex vertical align={narrow ? 'start' : 'end'}>
        {sourceName(source)}
        <Secondary>
          {say('source.onRecord')} · <When at={calledAt} />
        </Secondary>
      </Flex>
    ),
    cell: ({ field, declared, sources }) => {
      const said = sources.find((one) => one.source === source);
      if (said === undefined) return null;
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
  });
  const facts = decision.facts.toSorted((a, b) => spoken(b) - spoken(a));
  const heading = ({ field }: Fact) => word('field', field);
  const columns: StackedColumn<Fact>[] = [
    {
      key: 'declared',
      title: say('fact.declared'),
      cell: ({ field, declared, declaredNames }) =>
        declaredNames ? named(declaredNames) : shown(field, declared),
    },
    ...(decision.facts.some(({ scans }) => scans.length > 0) ? [scansColumn()] : []),
    ...comparing.map(({ source, calledAt }) => sourceColumn(source, calledAt)),
  ];
  return (
    <>
      <Card size="small" title={say('decision.compared')}>
        <ProblemAlert error={open.error} />
        {narrow ? (
          <StackedRows rows={facts} rowKey={({ field }) => field} heading={heading} columns={columns} />
        ) : (
          <WideTable<Fact>
            rowKey="field"
            dataSource={facts}
            columns={[
              { key: 'field', title: say('fact'), render: (_, fact) => heading(fact) },
              ...columns.map(({ cell, ...column }) => ({
                ...{ ...column, align: 'right' as const },
                render: (_: unknown, fact: Fact) => cell(fact) ?? '—',
              })),
            ]}
          />
        )}
      </Card>
      {page && <DocumentDialog page={page} onClose={close} />}
      {settling && (
        <Suspense fallback={<Spin fullscreen />}>
          <SettleFact
            applicationId={decision.applicationId}
            of={settling}
            onClose={() => setSettling(undefined)}
          />
        </Suspense>
      )}
      <AskedSources decision={decision} nameOf={sourceName} />
    </>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input, Modal, Select, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, oneKey } from '../../api/client';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';
import { useListed, useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { useFilters } from '../../ui/use-filters';
import { useNarrow } from '../../ui/use-media';
import { Day } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import { StandingTag } from './parts/standing-tag';
import { type Policy, usePolicies, usePolicyNames } from './use-policies';

const STUDIO = [
  'product',
  'price_table',
  'scorecard',
  'entry_rules',
  'authority',
  'limits',
  'checklist',
  'rate_cap',
  'penalty',
  'calendar',
  'reference_rate',
  'exchange_rates',
];

/** The version to open first: one that somebody works on, else the one in force, else the newest. */
const leading = ({ versions }: Policy) =>
  versions.find(
    ({ standing }) => standing === 'draft' || standing === 'in_approval' || standing === 'approved',
  ) ??
  versions.find(({ standing }) => standing === 'in_force') ??
  versions[0];

/** Everything that governs lending, kind by kind, with what is in force since when and what is being changed. */
export function Component() {
  const say = useText();
  const word = useWord();
  const query = usePolicies();
  const session = useSession();
  const [filters, setFilters] = useFilters(['kind', 'open']);
  const [copying, setCopying] = useState(false);
  return (
    <Page
      title={say('nav.studio')}
      name={say('nav.studio')}
      extra={
        permits(session, 'change', 'Policy') && (
          <Button onClick={() => setCopying(true)}>{say('studio.new')}</Button>
        )
      }
    >
      <Typography.Text type="secondary">{say('studio.help')}</Typography.Text>
      <Loaded query={query}>
        {(policies) => {
          const kinds = [...new Set([...STUDIO, ...policies.map(({ kind }) => kind)])];
          const shown = policies.filter(
            ({ kind, versions }) =>
              (filters.kind === undefined || kind === filters.kind) &&
              (filters.open === undefined ||
                versions.some(
                  ({ standing }) =>
                    standing === 'draft' || standing === 'in_approval' || standing === 'approved',
                )),
          );
          const waiting = policies
            .flatMap(({ versions }) => versions)
            .filter(({ standing }) => standing === 'in_approval').length;
          return (
            <Flex vertical gap={12}>
              <Flex wrap gap={8}>
                <Select
                  aria-label={say('studio.kind')}
                  allowClear
                  placeholder={say('studio.kind.any')}
                  value={filters.kind ?? null}
                  style={{ minWidth: 180 }}
                  options={kinds.map((kind) => ({ value: kind, label: word('policyKind', kind) }))}
                  onChange={(kind: string | null) => setFilters({ kind: kind ?? undefined })}
                />
                <Button
                  type={filters.open ? 'primary' : 'default'}
                  onClick={() => setFilters({ open: filters.open ? undefined : '1' })}
                >
                  {say('studio.openOnly', { n: waiting })}
                </Button>
              </Flex>
              {kinds.map((kind) => {
                const rows = shown.filter((one) => one.kind === kind);
                return rows.length === 0 ? null : <KindCard key={kind} kind={kind} rows={rows} />;
              })}
              {shown.length === 0 && <Typography.Text>{say('studio.none')}</Typography.Text>}
              {copying && <CopyDialog policies={policies} onClose={() => setCopying(false)} />}
            </Flex>
          );
        }}
      </Loaded>
    </Page>
  );
}

function KindCard({ kind, rows }: { kind: string; rows: readonly Policy[] }) {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const listed = useListed();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const names = usePolicyNames();
  const open = (one: Policy) => void navigate(`/studio/${leading(one)?.id ?? ''}`);
  const inForce = (one: Policy) => one.versions.find(({ standing }) => standing === 'in_force');
  const tags = (one: Policy) =>
    one.versions
      .filter(
        ({ standing }) => standing !== 'superseded' && standing !== 'retired' && standing !== 'in_force',
      )
      .map(({ id, standing }) => <StandingTag key={id} standing={standing} />);
  const users = (one: Policy) => listed(one.usedBy.map((product) => named(product.names))) || '—';
  if (narrow)
    return (
      <Flex vertical gap={8}>
        <Typography.Title level={2} className="kind-title">
          {word('policyKind', kind)}
        </Typography.Title>
        {rows.map((one) => (
          <Card key={one.code} size="small" className="row-card" onClick={() => open(one)}>
            <Flex vertical gap={4}>
              <Flex justify="space-between" gap={8}>
                <Button type="link" size="small" style={{ padding: 0 }} onClick={() => open(one)}>
                  {names.nameOf(one.kind, one.code)}
                </Button>
                <span>{tags(one)}</span>
              </Flex>
              <Typography.Text type="secondary">
                {say('studio.version', { n: inForce(one)?.version ?? 0 })} ·{' '}
                <Day on={inForce(one)?.effectiveFrom ?? null} />
              </Typography.Text>
            </Flex>
          </Card>
        ))}
      </Flex>
    );
  return (
    <Card size="small" title={word('policyKind', kind)}>
      <WideTable<Policy>
        rowKey="code"
        dataSource={[...rows]}
        onRow={(one) => ({ onClick: () => open(one), style: { cursor: 'pointer' } })}
        columns={[
          {
            key: 'name',
            title: say('studio.name'),
            width: 260,
            render: (_, one) => (
              <Button type="link" size="small" style={{ padding: 0 }} onClick={() => open(one)}>
                {names.nameOf(one.kind, one.code)}
              </Button>
            ),
          },
          {
            key: 'force',
            title: say('studio.inForce'),
            width: 110,
            render: (_, one) => {
              const found = inForce(one);
              return found ? <Tag color="green">{say('studio.version', { n: found.version })}</Tag> : '—';
            },
          },
          {
            key: 'since',
            title: say('studio.effective'),
            width: 140,
            render: (_, one) => <Day on={inForce(one)?.effectiveFrom ?? null} />,
          },
          { key: 'open', title: say('studio.underWay'), width: 160, render: (_, one) => tags(one) },
          {
            ...{ key: 'users', title: say('studio.usedBy') },
            render: (_, one) => <span className="wraps">{users(one)}</span>,
          },
        ]}
      />
    </Card>
  );
}

function CopyDialog({ policies, onClose }: { policies: readonly Policy[]; onClose: () => void }) {
  const say = useText();
  const word = useWord();
  const names = usePolicyNames();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [from, setFrom] = useState<string>();
  const [code, setCode] = useState('');
  const origins = policies.filter(({ editable }) => editable);
  const origin = origins.find((one) => `${one.kind}/${one.code}` === from);
  const make = useMutation({
    mutationFn: async () => {
      const kind = STUDIO_KINDS.find((one) => one === origin?.kind);
      if (kind === undefined || origin === undefined) throw new Error('nothing to copy');
      return answerOf(
        await api.POST('/v1/policies', {
          params: { header: oneKey() },
          body: {
            kind,
            code,
            copyOf: (origin.versions.find(({ standing }) => standing === 'in_force') ?? origin.versions[0])
              ?.id,
          },
        }),
      );
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['policies'] });
      void navigate(`/studio/${made.id}`);
    },
  });
  const fits = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(code);
  return (
    <Modal
      open
      title={say('studio.new')}
      okText={say('studio.new.do')}
      okButtonProps={{ disabled: !fits || origin === undefined, loading: make.isPending }}
      onOk={() => make.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={say('studio.new.from')} htmlFor="copy-from">
          <Select
            id="copy-from"
            showSearch={{ optionFilterProp: 'label' }}
            value={from ?? null}
            options={origins.map((one) => ({
              value: `${one.kind}/${one.code}`,
              label: `${word('policyKind', one.kind)} · ${names.nameOf(one.kind, one.code)}`,
            }))}
            onChange={(next: string | null) => setFrom(next ?? undefined)}
          />
        </Form.Item>
        <Form.Item label={say('studio.new.code')} htmlFor="copy-code" help={say('studio.new.codeHelp')}>
          <Input id="copy-code" value={code} onChange={(event) => setCode(event.target.value.trim())} />
        </Form.Item>
        <ProblemAlert error={make.error} />
      </Form>
    </Modal>
  );
}

const STUDIO_KINDS = [
  'product',
  'checklist',
  'entry_rules',
  'scorecard',
  'price_table',
  'authority',
  'limits',
  'calendar',
  'rate_cap',
  'penalty',
  'reference_rate',
  'exchange_rates',
] as const;

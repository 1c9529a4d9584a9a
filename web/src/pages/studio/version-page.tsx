import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, ifVersion } from '../../api/client';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';
import { useListed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { Facts } from '../../ui/facts';
import { Loaded, Page } from '../../ui/page';
import { type Part, Parts } from '../../ui/parts';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { useFilters } from '../../ui/use-filters';
import { useProducts } from '../../ui/use-products';
import { Day } from '../../ui/when';
import { ContentForm } from './forms/content-form';
import { Backtest } from './parts/backtest';
import { Changes } from './parts/changes';
import { Findings } from './parts/findings';
import { History } from './parts/history';
import { PlanPreview } from './parts/plan-preview';
import { StandingTag } from './parts/standing-tag';
import { Steps } from './parts/steps';
import { TryOut } from './parts/try-out';
import { marksOf, useChanges } from './parts/use-changes';
import { Versions } from './parts/versions';
import { Who } from './parts/who';
import {
  type Content,
  type Detail,
  type Policy,
  usePolicies,
  usePolicy,
  usePolicyNames,
} from './use-policies';

/** One version of a policy: what it says, how it differs, what it would do, who did what. */
export function Component() {
  const { id = '' } = useParams();
  const say = useText();
  const word = useWord();
  const query = usePolicy(id);
  const names = usePolicyNames();
  const policies = usePolicies();
  const products = useProducts();
  const detail = query.data;
  const name = detail ? names.nameOf(detail.kind, detail.code) : say('nav.studio');
  const title = detail ? (
    <Flex gap={8} align="center" wrap>
      {`${word('policyKind', detail.kind)} · ${name} · ${say('studio.version', { n: detail.version })}`}
      <StandingTag standing={detail.standing} />
    </Flex>
  ) : (
    name
  );
  return (
    <Page title={title} name={name}>
      <Loaded query={query}>
        {(one) => (
          // The currency of its amounts is that of the products that go by it: none is said before those are known.
          <Loaded query={products.query}>
            {() => (
              <Loaded query={policies}>
                {(all) => <Opened key={`${one.id}/${one.revision}`} detail={one} policies={all} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Opened({ detail, policies }: { detail: Detail; policies: readonly Policy[] }) {
  const say = useText();
  const session = useSession();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { currencyOf } = useProducts();
  const [filters, setFilters] = useFilters(['tab']);
  const [content, setContent] = useState<Content | null>(detail.content);
  const [dirty, setDirty] = useState(false);
  const changes = useChanges(detail.id, detail.revision);
  const editing = detail.standing === 'draft' && permits(session, 'change', 'Policy') && content !== null;
  const save = useMutation({
    mutationFn: async (next: Content) =>
      answerOf(
        await api.PUT('/v1/policies/{id}', {
          params: { header: ifVersion(detail.revision), path: { id: detail.id } },
          body: next,
        }),
      ),
    onSuccess: async () => {
      setDirty(false);
      void message.success(say('studio.saved'));
      await queries.invalidateQueries({ queryKey: ['policies'] });
    },
  });
  const users = policies.find((one) => one.kind === detail.kind && one.code === detail.code)?.usedBy ?? [];
  const isProduct = content?.kind === 'product';
  // A decision holds the amounts of a policy against those of a loan as they stand, so they are of the currency that is lent.
  const currency = isProduct ? content.form.currency : currencyOf(users.map(({ code }) => code));
  const tries =
    content !== null &&
    [
      'product',
      'price_table',
      'entry_rules',
      'scorecard',
      'authority',
      'limits',
      'checklist',
      'rate_cap',
    ].includes(content.kind);
  const first = content === null ? 'versions' : detail.standing === 'in_approval' ? 'changes' : 'content';
  const parts: Part[] = [
    ...(content
      ? [
          {
            key: 'content',
            label: say('studio.tab.content'),
            children: (
              <Flex vertical gap={12}>
                <ContentForm
                  content={content}
                  code={detail.code}
                  readOnly={!editing}
                  marks={marksOf(changes.data?.changes ?? [])}
                  onChange={(next) => {
                    setContent(next);
                    setDirty(true);
                  }}
                />
                {isProduct && <PlanPreview product={content.form} />}
              </Flex>
            ),
          },
          {
            key: 'changes',
            label: say('studio.tab.changes'),
            children: <Changes detail={detail} kind={content.kind} />,
          },
        ]
      : []),
    ...(tries
      ? [
          {
            key: 'try',
            label: say('studio.tab.try'),
            children: (
              <TryOut detail={detail} users={isProduct ? [detail.code] : users.map(({ code }) => code)} />
            ),
          },
          { key: 'past', label: say('studio.tab.past'), children: <Backtest id={detail.id} /> },
        ]
      : []),
    {
      key: 'versions',
      label: say('studio.tab.versions'),
      children: <Versions kind={detail.kind} code={detail.code} />,
    },
    { key: 'history', label: say('studio.tab.history'), children: <History id={detail.id} /> },
  ];
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex vertical gap={12}>
          <Heading detail={detail} users={users} />
          <Flex wrap gap={8}>
            {editing && (
              <Button
                type="primary"
                disabled={!dirty}
                loading={save.isPending}
                onClick={() => save.mutate(content)}
              >
                {say('studio.save')}
              </Button>
            )}
            <Steps detail={detail} dirty={dirty} />
          </Flex>
          {editing && !dirty && <Secondary>{say('studio.why.clean')}</Secondary>}
          <ProblemAlert error={save.error} />
        </Flex>
      </Card>
      {(detail.standing === 'draft' || detail.standing === 'in_approval') && content && (
        <Findings id={detail.id} revision={detail.revision} />
      )}
      {content === null && <Alert type="info" showIcon title={say('studio.noForm')} />}
      <InCurrency code={currency}>
        <Parts active={filters.tab ?? first} parts={parts} onChange={(tab) => setFilters({ tab })} />
      </InCurrency>
    </Flex>
  );
}

function Heading({ detail, users }: { detail: Detail; users: readonly { code: string }[] }) {
  const say = useText();
  const names = usePolicyNames();
  const listed = useListed();
  return (
    <Facts
      items={[
        [say('studio.author'), <Who key="author" person={detail.author} />],
        [say('studio.approver'), <Who key="approver" person={detail.approver} />],
        [say('studio.effective'), <Day key="from" on={detail.effectiveFrom} />],
        [say('studio.effectiveTo'), <Day key="to" on={detail.effectiveTo} />],
        [
          say('studio.usedBy'),
          users.length === 0 ? '—' : listed(users.map(({ code }) => names.nameOf('product', code))),
        ],
      ]}
    />
  );
}

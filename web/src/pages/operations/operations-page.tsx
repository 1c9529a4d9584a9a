import { Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { permits, useSession } from '../../auth/session';
import { useText } from '../../i18n/use-text';
import { Page } from '../../ui/page';
import { TabRow } from '../../ui/tab-row';
import { useFilters } from '../../ui/use-filters';
import { AuditAll } from './audit-all';
import { AuditCheck } from './audit-check';
import { AuditSearch } from './audit-search';
import { CloseRuns } from './close-runs';
import { Entries } from './entries';
import { LedgerProof } from './ledger-proof';
import { Roles } from './roles';
import { Sources } from './sources';
import { Stuck } from './stuck';
import { TrialBalance } from './trial-balance';
import { Users } from './users';
import { Waiting } from './waiting';

const Reconciliation = lazy(() =>
  import('../reconciliation/reconciliation').then((file) => ({ default: file.Reconciliation })),
);
const Webhooks = lazy(() => import('./webhooks/webhooks').then((file) => ({ default: file.Webhooks })));
const OffElsewhere = lazy(() =>
  import('./webhooks/off-notice').then((file) => ({ default: file.OffElsewhere })),
);
const ApiKeys = lazy(() => import('./webhooks/api-keys').then((file) => ({ default: file.ApiKeys })));

/** A tab whose code comes when it is first opened. */
const Later = ({ page }: { page: ReactNode }) => <Suspense fallback={<Skeleton active />}>{page}</Suspense>;

/** What each page keeps in the address. It follows to another page only where that knows it too. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  parked: ['reason', 'failing'],
  close: ['run'],
  books: ['asOf', 'clock', 'currency'],
  proof: ['clock', 'currency'],
  entries: ['from', 'to', 'account', 'clock', 'currency'],
  reconciliation: ['clock', 'day', 'on', 'status', 'kind', 'difference'],
  search: ['actor', 'action', 'subject', 'from', 'to'],
};
const ALL_KEPT = Object.values(KEPT).flat();

/** What operators, auditors and administrators watch and mend; each sees what their role may. */
export function Component() {
  const say = useText();
  const session = useSession();
  const [{ tab = 'parked' }, setFilters] = useFilters(['tab', ...ALL_KEPT]);
  const open = (next: string) => {
    const lost = ALL_KEPT.filter((name) => !KEPT[tab]?.includes(name) || !KEPT[next]?.includes(name));
    setFilters({ ...Object.fromEntries(lost.map((name) => [name, undefined])), tab: next });
  };
  const may = (subject: 'Ledger' | 'Audit' | 'Staff') => permits(session, 'read', subject);
  const items = [
    {
      key: 'parked',
      label: say('parked'),
      children: <Stuck mayMend={permits(session, 'resume', 'Operation')} />,
    },
    { key: 'orders', label: say('nav.orders'), children: <Waiting /> },
    { key: 'sources', label: say('ops.sources'), children: <Sources /> },
    { key: 'close', label: say('ops.close'), children: <CloseRuns /> },
    ...(may('Ledger')
      ? [
          { key: 'books', label: say('ledger.trial'), children: <TrialBalance /> },
          { key: 'proof', label: say('ops.proof'), children: <LedgerProof /> },
          { key: 'entries', label: say('ops.entries'), children: <Entries /> },
          {
            key: 'reconciliation',
            label: say('ops.reconciliation'),
            children: <Later page={<Reconciliation />} />,
          },
        ]
      : []),
    ...(may('Audit')
      ? [
          { key: 'search', label: say('ops.search'), children: <AuditSearch /> },
          {
            key: 'audit',
            label: say('ops.chains'),
            children: (
              <>
                <AuditAll />
                <br />
                <AuditCheck />
              </>
            ),
          },
        ]
      : []),
    ...(permits(session, 'manage', 'Webhook')
      ? [{ key: 'webhooks', label: say('ops.webhooks'), children: <Later page={<Webhooks />} /> }]
      : []),
    ...(permits(session, 'manage', 'ApiKey')
      ? [{ key: 'keys', label: say('ops.keys'), children: <Later page={<ApiKeys />} /> }]
      : []),
    ...(may('Staff')
      ? [
          {
            key: 'users',
            label: say('ops.users'),
            children: <Users mayManage={permits(session, 'manage', 'Staff')} />,
          },
          {
            key: 'roles',
            label: say('ops.roles'),
            children: <Roles mayManage={permits(session, 'manage', 'Staff')} />,
          },
        ]
      : []),
  ];
  return (
    <Page title={say('nav.operations')} name={say('nav.operations')}>
      {/* Nothing is shown while it comes: most often it has nothing to say, and nobody waits for it. */}
      {permits(session, 'manage', 'Webhook') && tab !== 'webhooks' && (
        <Suspense fallback={null}>
          <OffElsewhere />
        </Suspense>
      )}
      <TabRow label={say('nav.operations')} tabs={items} chosen={tab} onChoose={open} />
    </Page>
  );
}

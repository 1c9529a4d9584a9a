import { Tabs } from 'antd';
import { permits, useSession } from '../../auth/session';
import { useText } from '../../i18n/use-text';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';
import { AuditCheck } from './audit-check';
import { Parked } from './parked';
import { TrialBalance } from './trial-balance';

/** What operators watch and mend. */
export function Component() {
  const say = useText();
  const session = useSession();
  const [{ tab = 'parked' }, setFilters] = useFilters(['tab']);
  const items = [
    {
      key: 'parked',
      label: say('parked'),
      children: <Parked mayResume={permits(session, 'resume', 'Operation')} />,
    },
    ...(permits(session, 'read', 'Ledger')
      ? [{ key: 'books', label: say('ledger.trial'), children: <TrialBalance /> }]
      : []),
    ...(permits(session, 'read', 'Audit')
      ? [{ key: 'audit', label: say('audit'), children: <AuditCheck /> }]
      : []),
  ];
  return (
    <Page title={say('nav.operations')} name={say('nav.operations')}>
      <Tabs activeKey={tab} items={items} onChange={(next) => setFilters({ tab: next })} />
    </Page>
  );
}

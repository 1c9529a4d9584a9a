import { Button, Flex, Tag } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { When } from '../../ui/when';
import { AccessDifference, useAccessTitle } from './access-difference';
import { AccessReview } from './access-review';
import { useAccessChanges } from './use-access-changes';

/** Changes of users or of roles that wait for a second administrator, with old and new values. */
export function AccessChanges({ mayManage, kind }: { mayManage: boolean; kind: 'user' | 'role' }) {
  const say = useText();
  const title = useAccessTitle();
  const [chosen, setChosen] = useState<string>();
  const list = useAccessChanges();
  const rows = list.rows.filter(({ change }) => change.kind === kind);
  const open = rows.find(({ id }) => id === chosen);
  return (
    <section aria-label={say('access.pending')}>
      <h3 className="panel-title">{say('access.pending')}</h3>
      <ProblemAlert error={list.error} />
      {rows.length === 0 && <Secondary>{say('access.none')}</Secondary>}
      {rows.map((one) => (
        <Flex key={one.id} vertical gap={4} className="access-change" style={{ padding: '8px 0' }}>
          <Flex gap={8} wrap align="center">
            <strong>{title(one)}</strong>
            {one.stale && <Tag color="red">{say('access.stale')}</Tag>}
          </Flex>
          <AccessDifference of={one} />
          <Flex gap={8} wrap align="center">
            <Secondary>
              {say('access.asked')} {one.proposedBy.name} · <When at={one.proposedAt} />
            </Secondary>
            {mayManage && (
              <Button size="small" type="primary" onClick={() => setChosen(one.id)}>
                {say('access.review')}
              </Button>
            )}
          </Flex>
        </Flex>
      ))}
      {list.more && <Button onClick={list.more}>{say('more')}</Button>}
      {open && <AccessReview change={open} onDone={() => setChosen(undefined)} />}
    </section>
  );
}

import { Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { ListTable } from '../../../ui/list-table';
import { useFilters } from '../../../ui/use-filters';
import { usePages } from '../../../ui/use-pages';
import { When } from '../../../ui/when';
import { useCode, useSay } from '../parked/use-words';
import { OpenLoan, useStuckColumns } from '../stuck-loan';
import { FailingGroups } from './failing-groups';
import type { Failing as FailingStep } from './retry';
import { type Chosen, RetryDialog } from './retry-dialog';

/** Loans whose step failed and is tried again by itself; one or all of a kind are tried at once, with a reason. */
export function Failing({ mayRetry }: { mayRetry: boolean }) {
  const say = useSay();
  const code = useCode();
  const [{ failing }, setFilters] = useFilters(['failing']);
  const [chosen, setChosen] = useState<Chosen>();
  const [error, only] = failing?.split('.') ?? [];
  const list = usePages<FailingStep>(
    ['failing', failing],
    async (cursor) => {
      const query = { error, step: only, cursor, limit: 50 };
      return answerOf(await api.GET('/v1/operations/failing', { params: { query } }));
    },
    5_000,
  );
  const button = (one: FailingStep) =>
    mayRetry && (
      <Button size="small" onClick={() => setChosen({ kind: 'one', one })}>
        {say('fail.retryOne')}
      </Button>
    );
  const step = (one: FailingStep) => code('parkedStep', one.step);
  const reason = (one: FailingStep) => code('parkedReason', one.error);
  const columns = useStuckColumns<FailingStep>(
    [
      { key: 'step', title: say('fail.step'), render: (_, one) => step(one) },
      { key: 'error', title: say('park.error'), render: (_, one) => reason(one) },
      { key: 'attempts', title: say('fail.attempts'), render: (_, one) => one.attempts },
      { key: 'since', title: say('fail.since'), render: (_, one) => <When at={one.since} /> },
      { key: 'last', title: say('fail.last'), render: (_, one) => <When at={one.lastFailedAt} /> },
    ],
    button,
  );
  return (
    <Flex vertical gap={16} style={{ minWidth: 0 }}>
      <Typography.Text type="secondary">{say('fail.what')}</Typography.Text>
      <FailingGroups
        chosen={failing}
        onChoose={(next) => setFilters({ failing: next })}
        onRetry={mayRetry ? (group) => setChosen({ kind: 'group', group }) : null}
      />
      <ListTable<FailingStep>
        {...list}
        columns={columns}
        rowKey={(one) => `${one.applicationId}.${one.step}`}
        empty={say('fail.none')}
        card={(one) => (
          <Flex vertical gap={4}>
            <Flex justify="space-between" gap={8} wrap>
              <strong>{reason(one)}</strong>
              <When at={one.lastFailedAt} />
            </Flex>
            <span>{step(one)}</span>
            <span>
              {say('fail.attempts')} {one.attempts}
            </span>
            <Flex justify="space-between" gap={8} wrap>
              <OpenLoan applicationId={one.applicationId} />
              {button(one)}
            </Flex>
          </Flex>
        )}
      />
      {chosen && <RetryDialog chosen={chosen} onClose={() => setChosen(undefined)} />}
    </Flex>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useSession } from '../../auth/session';
import { useText } from '../../i18n/use-text';
import { ListTable } from '../../ui/list-table';
import { ProblemAlert } from '../../ui/problem-alert';
import { useFilters } from '../../ui/use-filters';
import { usePages } from '../../ui/use-pages';
import { When } from '../../ui/when';
import { type Group, Groups } from './parked/groups';
import { membersOf, type Stuck } from './parked/resume';
import { ResumeDialog } from './parked/resume-dialog';
import { useCode, useSay } from './parked/use-words';
import { OpenLoan, useStuckColumns } from './stuck-loan';

/** Loans that stopped at a failing step, by error; resumed one by one or all of an error, with a word about the cause. */
export function Parked({ mayResume }: { mayResume: boolean }) {
  const text = useText();
  const say = useSay();
  const code = useCode();
  const [{ reason }, setFilters] = useFilters(['reason']);
  const [chosen, setChosen] = useState<readonly Stuck[]>();
  const list = usePages<Stuck>(
    ['parked', reason],
    async (cursor) =>
      answerOf(await api.GET('/v1/operations/parked', { params: { query: { reason, cursor, limit: 50 } } })),
    10_000,
  );
  const whole = useMutation({ mutationFn: (group: Group) => membersOf(group), onSuccess: setChosen });
  const session = useSession();
  const button = (one: Stuck) => {
    if (!mayResume) return null;
    const mine = one.firstWord?.by.id === session.id;
    return (
      <Tooltip title={mine ? say('park.mine') : undefined}>
        <Button size="small" disabled={mine} onClick={() => setChosen([one])}>
          {say(one.firstWord === null ? 'park.resumeOne' : 'park.second')}
        </Button>
      </Tooltip>
    );
  };
  const step = (one: Stuck) => (
    <Flex vertical gap={2} align="start">
      {code('parkedStep', one.step)}
      {one.needsSecond && (
        <Tag color="gold">
          {one.firstWord === null
            ? say('park.two')
            : say('park.firstWord', { name: one.firstWord.by.name ?? '—' })}
        </Tag>
      )}
    </Flex>
  );
  const error = (one: Stuck) => code('parkedReason', one.reason ?? 'UNKNOWN');
  const columns = useStuckColumns<Stuck>(
    [
      { key: 'step', title: say('park.steps'), render: (_, one) => step(one) },
      { key: 'reason', title: say('park.error'), render: (_, one) => error(one) },
      { key: 'since', title: text('parked.since'), render: (_, one) => <When at={one.parkedAt} /> },
    ],
    button,
  );
  return (
    <Flex vertical gap={16} style={{ minWidth: 0 }}>
      <Groups
        chosen={reason}
        onChoose={(next) => setFilters({ reason: next })}
        onResume={mayResume ? (group) => whole.mutate(group) : null}
      />
      <ProblemAlert error={whole.error} />
      <ListTable<Stuck>
        {...list}
        columns={columns}
        rowKey={(one) => one.applicationId}
        empty={say('park.none')}
        card={(one) => (
          <Flex vertical gap={4}>
            <Flex justify="space-between" gap={8} wrap>
              <strong>{error(one)}</strong>
              <When at={one.parkedAt} />
            </Flex>
            {step(one)}
            <Flex justify="space-between" gap={8} wrap>
              <OpenLoan applicationId={one.applicationId} />
              {button(one)}
            </Flex>
          </Flex>
        )}
      />
      {chosen && <ResumeDialog loans={chosen} onClose={() => setChosen(undefined)} />}
    </Flex>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { ShortId } from '../../ui/short-id';
import { When } from '../../ui/when';
import { WorkflowLink } from '../../ui/workflow-link';
import { useCode, useSay } from '../operations/parked/use-words';

type Process = components['schemas']['Process'];
type Step = Process['steps'][number];
const COLOURS: Partial<Record<NonNullable<Process['run']>['state'], string>> = {
  running: 'blue',
  completed: 'green',
  paused: 'gold',
};

/** How the workflow behind an application or loan stands: its run, what is at work, what fails or has stopped. */
export function ProcessBar({ applicationId }: { applicationId: string }) {
  const say = useSay();
  const code = useCode();
  const process = useQuery({
    queryKey: ['process', applicationId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/applications/{id}/process', { params: { path: { id: applicationId } } })),
    refetchInterval: 10_000,
  });
  if (process.error) return <ProblemAlert error={process.error} retry={() => void process.refetch()} />;
  if (process.data === undefined) return null;
  const { workflowId, run, answered, steps, parked } = process.data;
  const failing = steps.filter(({ error }) => error !== null);
  return (
    <section aria-label={say('proc.title')} className="process">
      {parked && <Stopped parked={parked} />}
      {failing.map((step) => (
        <Failing key={step.step} step={step} />
      ))}
      <Flex wrap gap="4px 12px" align="center" className="process-line">
        <strong>{say('proc.title')}</strong>
        <ShortId id={workflowId} kind="loan/app" />
        {run && (
          <>
            <Tag color={COLOURS[run.state] ?? 'red'}>{code('run', run.state)}</Tag>
            <ShortId id={run.runId} kind="run" />
            <Secondary>{say('proc.events', { n: run.events })}</Secondary>
          </>
        )}
        <Secondary>{doing({ say, code }, { run, answered, steps })}</Secondary>
        {run && <WorkflowLink applicationId={applicationId} runId={run.runId} />}
      </Flex>
    </section>
  );
}

interface Words {
  say: ReturnType<typeof useSay>;
  code: ReturnType<typeof useCode>;
}

function doing({ say, code }: Words, { run, answered, steps }: Pick<Process, 'run' | 'answered' | 'steps'>) {
  if (!answered) return say('proc.silent');
  if (run === null) return say('proc.gone');
  const well = steps.filter(({ error }) => error === null);
  if (steps.length === 0) return run.state === 'running' ? say('proc.quiet') : '';
  return well.map(({ step, state }) => say(`proc.${state}`, { step: code('parkedStep', step) })).join(' ');
}

function Failing({ step: { step, state, attempt, error, nextAttemptAt } }: { step: Step }) {
  const say = useSay();
  const code = useCode();
  const failed = { step: code('parkedStep', step), n: attempt - 1, reason: code('parkedReason', error) };
  return (
    <Alert
      type="warning"
      showIcon
      title={say('proc.fails', failed)}
      description={
        <>
          {state === 'working' || nextAttemptAt === null ? (
            say('proc.now', { n: attempt })
          ) : (
            <>
              {say('proc.next', { n: attempt })} <When at={nextAttemptAt} />
            </>
          )}{' '}
          <WhoActs />
        </>
      }
    />
  );
}

function Stopped({ parked: { step, reason } }: { parked: NonNullable<Process['parked']> }) {
  const text = useText();
  const code = useCode();
  return (
    <Alert
      type="error"
      showIcon
      title={text('parked.title', { step: code('parkedStep', step) })}
      description={
        <>
          {code('parkedReason', reason ?? 'UNKNOWN')} <WhoActs />
        </>
      }
    />
  );
}

/** Operators find the way to where it is mended; the others are told that it is theirs to mend. */
function WhoActs() {
  const say = useSay();
  const session = useSession();
  if (!permits(session, 'resume', 'Operation')) return <span>{say('proc.others')}</span>;
  return <Link to="/operations?tab=parked">{say('proc.open')}</Link>;
}

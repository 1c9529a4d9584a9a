import { Timeline as AntTimeline, Flex, Typography } from 'antd';
import { Link } from 'react-router';
import { useText } from '../../../i18n/use-text';
import { Day, When } from '../../../ui/when';
import { type Policy, usePolicies } from '../use-policies';
import { StandingTag } from './standing-tag';
import { Who } from './who';

/** All versions of a policy, newest first: where each stands, and who wrote, approved and published it when. */
export function Versions({ kind, code }: { kind: string; code: string }) {
  const { data = [] } = usePolicies();
  const found = data.find((one) => one.kind === kind && one.code === code);
  return (
    <AntTimeline
      items={(found?.versions ?? []).map((one) => ({
        key: one.id,
        color: one.standing === 'in_force' ? 'green' : 'gray',
        content: <VersionLine one={one} />,
      }))}
    />
  );
}

function VersionLine({ one }: { one: Policy['versions'][number] }) {
  const say = useText();
  const steps = [
    [say('studio.step.drafted'), one.author, one.createdAt],
    [say('studio.step.approved'), one.approver, one.approvedAt],
    [say('studio.step.published'), one.publisher ?? (one.publishedAt ? one.approver : null), one.publishedAt],
    [say('studio.step.retired'), one.retirer, one.retiredAt],
  ] as const;
  return (
    <Flex vertical gap={2}>
      <Flex gap={8} align="center" wrap>
        <Link to={`/studio/${one.id}`}>{say('studio.version', { n: one.version })}</Link>
        <StandingTag standing={one.standing} />
        {one.effectiveFrom && (
          <span>
            <Day on={one.effectiveFrom} /> →{' '}
            {one.effectiveTo === null ? say('studio.openEnd') : <Day on={one.effectiveTo} />}
          </span>
        )}
      </Flex>
      {steps.map(([what, who, at]) =>
        at === null ? null : (
          <Typography.Text key={what} type="secondary">
            {what} <Who person={who} /> · <When at={at} />
          </Typography.Text>
        ),
      )}
    </Flex>
  );
}

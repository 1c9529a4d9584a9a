import { Card, Flex, Progress, Tag, Typography } from 'antd';
import type { components } from '../../api/generated';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { useReasons } from '../../ui/use-reasons';
import { WideTable } from '../../ui/wide-table';
import { CompanyFigures } from './company-figures';
import { Compared } from './compared';

type Decision = components['schemas']['Decision'];
const HUNDREDTHS = 100;

/** Why the machine decided so: reasons, rule rows with their version, what the score is made of, and the bounds. */
export function Explained({ decision }: { decision: Decision }) {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const { nameOf } = useReasons();
  const lost = decision.scoreParts.filter((part) => part.lost > 0).toSorted((a, b) => b.lost - a.lost);
  const most = lost[0]?.lost ?? 1;
  return (
    <>
      <Card size="small" title={say('decision.why')}>
        <Flex vertical gap={12}>
          <Flex wrap gap={6}>
            {decision.reasonCodes.map((code) => (
              <Tag key={code} color="orange">
                {nameOf(code)}
              </Tag>
            ))}
          </Flex>
          <WideTable
            rowKey={(rule) => `${rule.policy}/${rule.table}/${rule.row}`}
            dataSource={decision.rules}
            columns={[
              {
                key: 'policy',
                title: say('rule.policy'),
                render: (_, { policy }) => {
                  const [kind = '', rest = ''] = policy.split('/');
                  const [code = '', version = ''] = rest.split('@');
                  return `${word('policy', kind)} · ${word('policyName', code)} · v${version}`;
                },
              },
              { key: 'row', title: say('rule.row'), render: (_, { row }) => <code>{row}</code> },
              { key: 'note', title: say('rule.note'), dataIndex: 'note' },
            ]}
          />
        </Flex>
      </Card>
      <Compared decision={decision} />
      {decision.companyFigures && <CompanyFigures of={decision.companyFigures} />}
      <Card
        size="small"
        title={say('decision.score', { score: decision.score ?? '—', grade: decision.grade ?? '—' })}
      >
        <Flex vertical gap={4}>
          <Typography.Text type="secondary">{say('decision.lost')}</Typography.Text>
          {lost.slice(0, 8).map((part) => (
            <Flex key={part.name} gap={8} align="center">
              <span style={{ width: 170 }}>{part.names ? named(part.names) : part.name}</span>
              <Progress
                aria-label={part.names ? named(part.names) : part.name}
                percent={(part.lost / most) * 100}
                showInfo={false}
                size="small"
                strokeColor="#d46b08"
                style={{ flex: 1, margin: 0 }}
              />
              <span className="money">−{(part.lost / HUNDREDTHS).toFixed(1)}</span>
            </Flex>
          ))}
        </Flex>
      </Card>
      <Card size="small" title={say('decision.bounds')}>
        <Flex vertical gap={4}>
          {decision.caps.map((cap) => (
            <Flex key={cap.reason} justify="space-between">
              <span>
                {nameOf(cap.reason)}{' '}
                {decision.bound === cap.reason && <Tag color="red">{say('decision.binds')}</Tag>}
              </span>
              <Money minor={cap.amountMinor} />
            </Flex>
          ))}
          <Flex justify="space-between">
            <span>{say('decision.exposure')}</span>
            <Money minor={decision.standing.exposureMinor} />
          </Flex>
          <Flex justify="space-between">
            <span>{say('decision.openApplications')}</span>
            <span>{decision.standing.openApplications}</span>
          </Flex>
        </Flex>
      </Card>
    </>
  );
}

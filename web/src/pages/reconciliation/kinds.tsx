import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import type { DifferenceStatus } from './status';
import { useCode, useSay } from './use-words';

type Kind = components['schemas']['DifferenceKind'];

interface KindsProps {
  clock: string | undefined;
  day: string | undefined;
  status: DifferenceStatus | undefined;
  chosen: string | undefined;
  onChoose: (kind: Kind['kind'] | undefined) => void;
}

/** Differences grouped by kind, with what each side sums up to; a group narrows the list below. */
export function Kinds({ clock, day, status, chosen, onChoose }: KindsProps) {
  const say = useSay();
  const word = useCode();
  const kinds = useQuery({
    queryKey: ['differences', 'kinds', clock, day, status],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/reconciliation-tasks/kinds', {
          params: { query: { clockId: clock, reconciliationId: day, status } },
        }),
      ).data,
  });
  return (
    <Loaded query={kinds}>
      {(all) => (
        <div className="panels">
          {all.map((one) => (
            <section
              key={`${one.kind} ${one.currency}`}
              className="panel"
              aria-label={word('recKind', one.kind)}
            >
              <Flex justify="space-between" gap={8}>
                <Button
                  type="link"
                  size="small"
                  style={{ paddingInline: 0 }}
                  aria-pressed={chosen === one.kind}
                  onClick={() => onChoose(chosen === one.kind ? undefined : one.kind)}
                >
                  {`${word('recKind', one.kind)} · ${one.count}`}
                </Button>
                <Flex gap={4} wrap justify="end">
                  {one.open > 0 && <Tag color="orange">{say('rec.open', { n: one.open })}</Tag>}
                  {one.resolved > 0 && <Tag color="blue">{say('rec.resolved', { n: one.resolved })}</Tag>}
                  {one.confirmed > 0 && <Tag color="green">{say('rec.confirmed', { n: one.confirmed })}</Tag>}
                </Flex>
              </Flex>
              <Flex gap="4px 16px" wrap>
                <span>
                  {say('rec.bank')} <Money minor={one.bankMinor} currency={one.currency} />
                </span>
                <span>
                  {say('rec.own')} <Money minor={one.ownMinor} currency={one.currency} />
                </span>
                <span>
                  {say('rec.gap')}{' '}
                  <Money
                    minor={(BigInt(one.bankMinor) - BigInt(one.ownMinor)).toString()}
                    currency={one.currency}
                  />
                </span>
              </Flex>
            </section>
          ))}
        </div>
      )}
    </Loaded>
  );
}

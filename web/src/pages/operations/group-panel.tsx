import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from './parked/use-words';

interface GroupPanelProps {
  title: string;
  count: number;
  /** Whether the list shows this group alone. */
  alone: boolean;
  onChoose: (alone: boolean) => void;
  /** What can be done to all of the group, where the reader may. */
  action: { label: string; run: () => void } | null;
  children: ReactNode;
}

/** Loans that one error stopped or holds up: what is known of them, to see them alone or to act on all. */
export function GroupPanel({ title, count, alone, onChoose, action, children }: GroupPanelProps) {
  const say = useSay();
  return (
    <section className="panel" aria-label={title}>
      <Flex vertical gap={6}>
        <Flex justify="space-between" gap={8} wrap>
          <strong>{title}</strong>
          <span>{say(count === 1 ? 'park.groupOfOne' : 'park.group', { n: count })}</span>
        </Flex>
        {children}
        <Flex gap={8} wrap>
          <Button size="small" aria-pressed={alone} onClick={() => onChoose(!alone)}>
            {say(alone ? 'park.showAll' : 'park.showGroup')}
          </Button>
          {action && (
            <Button size="small" type="primary" onClick={action.run}>
              {action.label}
            </Button>
          )}
        </Flex>
      </Flex>
    </section>
  );
}

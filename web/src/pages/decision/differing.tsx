import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import type { components } from '../../api/generated';
import { useText } from '../../i18n/use-text';
import { Secondary } from '../../ui/secondary';
import { When } from '../../ui/when';

interface DifferingProps {
  said: { settled: components['schemas']['SettledFact'] | null };
  /** Why the cell is marked. */
  word: string;
  /** Fact and source, for whoever hears the button. */
  label: string;
  /** Absent for whoever may not settle. */
  onSettle: (() => void) | undefined;
  children: ReactNode;
}

/** A cell that says something else than was declared: marked by colour and by word, with who settled it how. */
export function Differing({ said: { settled }, word, label, onSettle, children }: DifferingProps) {
  const say = useText();
  return (
    <Flex vertical align="end" gap={2}>
      <span className="differs">
        {children} · {word}
      </span>
      {settled && (
        <Secondary title={settled.comment}>
          {say(`settled.${settled.believed}`)} · {settled.actorName ?? say('task.other')} ·{' '}
          <When at={settled.settledAt} />
        </Secondary>
      )}
      {onSettle && (
        <Button size="small" aria-label={`${say('settle.open')}: ${label}`} onClick={onSettle}>
          {say(settled ? 'settle.again' : 'settle.open')}
        </Button>
      )}
    </Flex>
  );
}

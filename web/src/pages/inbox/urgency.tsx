import { Tag } from 'antd';
import { useText, useWord } from '../../i18n/use-text';

const COLOURS: Readonly<Record<number, string>> = { 1: 'red', 2: 'orange' };

/** How urgent a task is, by its priority from 1 to 5. */
export function Urgency({ priority }: { priority: number }) {
  const say = useText();
  const word = useWord();
  return (
    <Tag color={COLOURS[priority] ?? 'default'} title={say('task.priority')}>
      {word('priority', String(priority))}
    </Tag>
  );
}

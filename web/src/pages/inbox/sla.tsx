import { Tag } from 'antd';
import { useLanguage } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { exactly, lastingWords } from '../../ui/when';

const HOUR_MS = 3_600_000;

/** Time left for a task, in words and by colour; escalation is told before and after it comes. */
export function Sla({ dueAt, now, escalated }: { dueAt: string; now: number; escalated: boolean }) {
  const say = useText();
  const language = useLanguage();
  const left = new Date(dueAt).getTime() - now;
  const colour = left < 0 ? 'red' : left < 4 * HOUR_MS ? 'orange' : 'default';
  return (
    <Tag color={colour}>
      <time dateTime={dueAt} title={exactly(dueAt, language)}>
        {say(left < 0 ? 'sla.late' : 'sla.due', { time: lastingWords(Math.abs(left), language) })}
      </time>
      {escalated && ` · ${say('sla.escalated')}`}
    </Tag>
  );
}

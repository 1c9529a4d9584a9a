import { Tag } from 'antd';
import type { components } from '../../api/generated';
import { useLanguage } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { exactly, lastingWords, toTheMinute } from '../../ui/when';

const HOUR_MS = 3_600_000;

type Task = Pick<components['schemas']['Task'], 'status' | 'dueAt' | 'asOf' | 'pausedAt' | 'escalatedAt'>;

/** Time left for a task, in words and by colour, or that it stands still for the applicant; escalation is told before and after it comes. */
export function Sla({ task }: { task: Task }) {
  const say = useText();
  const language = useLanguage();
  const paused = task.status === 'paused' ? task.pausedAt : null;
  const left = Date.parse(task.dueAt) - Date.parse(paused ?? task.asOf);
  const time = say(left < 0 ? 'sla.late' : 'sla.due', { time: lastingWords(Math.abs(left), language) });
  const escalated = task.escalatedAt === null ? '' : ` · ${say('sla.escalated')}`;
  if (paused !== null)
    return (
      <Tag color="blue" className="condition">
        <time dateTime={paused} title={exactly(paused, language)}>
          {say('sla.paused', { since: toTheMinute(paused, language) })}
        </time>
        {` · ${time}${escalated}`}
      </Tag>
    );
  const colour = left < 0 ? 'red' : left < 4 * HOUR_MS ? 'orange' : 'default';
  return (
    <Tag color={colour}>
      <time dateTime={task.dueAt} title={exactly(task.dueAt, language)}>
        {time}
      </time>
      {escalated}
    </Tag>
  );
}

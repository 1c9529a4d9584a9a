import { Tag } from 'antd';
import { useWord } from '../../../i18n/use-text';
import type { Version } from '../use-policies';

const COLOURS: Record<Version['standing'], string> = {
  draft: 'default',
  in_approval: 'gold',
  approved: 'blue',
  scheduled: 'geekblue',
  in_force: 'green',
  superseded: 'default',
  retired: 'default',
};

/** Where a version stands today. */
export function StandingTag({ standing }: { standing: Version['standing'] }) {
  const word = useWord();
  return <Tag color={COLOURS[standing]}>{word('standingOf', standing)}</Tag>;
}

import { Tag } from 'antd';
import { useNamed } from '../i18n/language';
import { useWord } from '../i18n/use-text';

const COLOURS: Record<string, string> = {
  APPROVAL: 'blue',
  OFFER: 'geekblue',
  OVERDUE: 'volcano',
  WRITTEN_OFF: 'red',
  REPAYING: 'green',
  SETTLED: 'green',
  DECLINED: 'red',
  SUPPLEMENT: 'gold',
  ACCOUNT_CORRECTION: 'gold',
  active: 'green',
  overdue: 'volcano',
  settled: 'default',
  written_off: 'red',
  pending: 'blue',
};

/** Where an application stands, in the API's own words. */
export function StageTag({ stage, names }: { stage: string; names: { zh: string; en: string } }) {
  const named = useNamed();
  return <Tag color={COLOURS[stage] ?? 'default'}>{named(names)}</Tag>;
}

/** How a loan stands. */
export function LoanStatusTag({ status }: { status: string }) {
  const word = useWord();
  return <Tag color={COLOURS[status] ?? 'default'}>{word('loanStatus', status)}</Tag>;
}

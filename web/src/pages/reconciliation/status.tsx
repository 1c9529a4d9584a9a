import { Tag } from 'antd';
import type { components } from '../../api/generated';
import { useCode } from './use-words';

export type DifferenceStatus = components['schemas']['ReconciliationTask']['status'];
const COLOURS = { open: 'orange', resolved: 'blue', confirmed: 'green' } as const;

/** How far a difference has come. */
export function StatusTag({ status }: { status: DifferenceStatus }) {
  const word = useCode();
  return <Tag color={COLOURS[status]}>{word('recStatus', status)}</Tag>;
}

import { Flex } from 'antd';
import type { ReactNode } from 'react';

interface RowCardProps {
  title: ReactNode;
  /** The figure that counts, at the end of the first line. */
  figure?: ReactNode;
  note: ReactNode;
  /** How it stands, at the end of the second line. */
  standing?: ReactNode;
}

/** A row of a list on a phone: what and how much, and below it more about it and how it stands. */
export function RowCard({ title, figure, note, standing }: RowCardProps) {
  return (
    <Flex vertical gap={4}>
      <Flex justify="space-between" gap={8}>
        <strong>{title}</strong>
        {figure}
      </Flex>
      <Flex justify="space-between" gap={8} align="center">
        <span>{note}</span>
        {standing}
      </Flex>
    </Flex>
  );
}

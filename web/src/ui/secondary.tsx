import { theme } from 'antd';
import type { ReactNode } from 'react';

/** Text of second rank, in the colour of the theme. */
export function Secondary({
  children,
  ...span
}: {
  children: ReactNode;
  className?: string;
  title?: string;
}) {
  const { token } = theme.useToken();
  return (
    <span {...span} style={{ color: token.colorTextDescription }}>
      {children}
    </span>
  );
}

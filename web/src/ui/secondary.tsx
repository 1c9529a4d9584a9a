import { theme } from 'antd';
import type { ReactNode } from 'react';

/** Text of second rank, in the colour of the theme. */
export function Secondary({ children, className }: { children: ReactNode; className?: string }) {
  const { token } = theme.useToken();
  return (
    <span className={className} style={{ color: token.colorTextDescription }}>
      {children}
    </span>
  );
}

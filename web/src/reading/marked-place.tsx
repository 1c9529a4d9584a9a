import { useEffect, useRef } from 'react';
import type { Mark } from './paper';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The frame around a place on a page, which is scrolled to. */
export function MarkedPlace({ mark: { label, x, y, width, height } }: { mark: Mark }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <span
      ref={place}
      role="img"
      aria-label={label}
      className="scan-region"
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
    />
  );
}

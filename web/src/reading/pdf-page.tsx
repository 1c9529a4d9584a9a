import { useEffect, useRef, useState } from 'react';
import { drawPage } from './draw-page';
import { MarkedPlace } from './marked-place';
import type { Mark } from './paper';
import type { Pdf } from './pdf';
import { useNear } from './use-near';

interface PdfPageProps {
  pdf: Pdf;
  no: number;
  /** Of the width there is. */
  zoom: number;
  label: string;
  /** What stands in place of a page that cannot be drawn. */
  broken: string;
  mark: Mark | undefined;
}

/** Height of a page of A4 in widths, until the page says how tall it is. */
const A4 = Math.SQRT2;

/** One page of a paper, drawn when it comes near; its text is there for those who listen. */
export function PdfPage({ pdf, no, zoom, label, broken, mark }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(frame);
  const [page, setPage] = useState({ tall: A4, text: '', zoom: 0, broken: false });
  useEffect(() => {
    if (!near || canvas.current === null || frame.current === null) return;
    const drawing = drawPage(pdf, { no, canvas: canvas.current, width: frame.current.clientWidth });
    void drawing.done.then((drawn) => {
      if (drawn.as === 'drawn') setPage({ ...drawn, zoom, broken: false });
      if (drawn.as === 'broken') setPage((before) => ({ ...before, zoom, broken: true }));
    });
    return drawing.stop;
  }, [pdf, no, zoom, near]);
  return (
    <div
      ref={frame}
      className="paper-page"
      aria-busy={near && page.zoom !== zoom}
      style={{ width: `${zoom * 100}%`, aspectRatio: 1 / page.tall }}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
      <div className="sr-only">{page.text}</div>
      {page.broken && <p>{broken}</p>}
      {mark && page.zoom > 0 && <MarkedPlace mark={mark} />}
    </div>
  );
}

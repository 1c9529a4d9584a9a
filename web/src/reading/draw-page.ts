import type { Pdf } from './pdf';

/** Phones refuse to draw on more. */
const MOST_DOTS = 16_000_000;

/** What became of drawing a page: `tall` is its height in widths. */
export type Drawn = { as: 'drawn'; tall: number; text: string } | { as: 'stopped' } | { as: 'broken' };

/** Draws a page as sharply as the screen shows it, and reads its text. */
export function drawPage(
  pdf: Pdf,
  { no, canvas, width }: { no: number; canvas: HTMLCanvasElement; width: number },
): { done: Promise<Drawn>; stop: () => void } {
  let stopped = false;
  let stopDrawing: (() => void) | undefined;
  const draw = async (): Promise<Drawn> => {
    const page = await pdf.getPage(no);
    if (stopped) return { as: 'stopped' };
    const whole = page.getViewport({ scale: 1 });
    const sharp = (width * window.devicePixelRatio) / whole.width;
    const scale = Math.min(sharp, Math.sqrt(MOST_DOTS / (whole.width * whole.height)));
    const viewport = page.getViewport({ scale });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const rendering = page.render({ canvas, viewport });
    stopDrawing = () => rendering.cancel();
    await rendering.promise;
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    return { as: 'drawn', tall: whole.height / whole.width, text };
  };
  return {
    done: draw().catch(() => ({ as: stopped ? 'stopped' : 'broken' })),
    stop: () => {
      stopped = true;
      stopDrawing?.();
    },
  };
}

import { source } from 'axe-core';
import type { Page } from 'playwright-core';

const MOTION_ENDS = `(async () => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const moving = () => document.getAnimations().filter(({ effect, playState }) =>
    playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  for (let still = 0; still < 3; still++) {
    const motions = moving();
    if (motions.length > 0) still = 0;
    await Promise.allSettled(motions.map(({ finished }) => finished));
    await frame();
  }
})()`;

/** Asked for violations alone, and inside the page, where it stays until the page is left: half the time of a round trip. */
const JUDGED = `axe.run(document, ${JSON.stringify({
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
})}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160)))`;

/** Rules of WCAG 2.2 A and AA that a page breaks, each with the first place that does. */
export async function broken(page: Page): Promise<string[]> {
  // A list on its way out is there without its name: what has begun to move may end first.
  await page.evaluate(MOTION_ENDS);
  // A colour half-way through a transition is nobody's ink: what is judged is the page at rest.
  const still = await page.addStyleTag({
    content: '*, *::before, *::after { transition: none !important; animation: none !important; }',
  });
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(source);
  const found: string[] = await page.evaluate(JUDGED);
  // Dialogs go away when their motion ends, so that motion has to come back.
  await still.evaluate((style) => style.parentNode?.removeChild(style));
  return found;
}

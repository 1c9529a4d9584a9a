import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Rules of WCAG 2 A and AA that a page breaks, each with the first place that does. */
export async function broken(page: Page): Promise<string[]> {
  // A list on its way out is there without its name: what has begun to move may end first.
  await page.waitForFunction(`document.getAnimations().every(({ effect, playState }) =>
    effect?.getComputedTiming().endTime === Infinity || playState !== 'running')`);
  // A colour half-way through a transition is nobody's ink: what is judged is the page at rest.
  const still = await page.addStyleTag({
    content: '*, *::before, *::after { transition: none !important; animation: none !important; }',
  });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  // Dialogs go away when their motion ends, so that motion has to come back.
  await still.evaluate((style) => style.parentNode?.removeChild(style));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

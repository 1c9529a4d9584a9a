import type { Page } from 'playwright-core';

/** Dark dots on the first page of the paper that is open. */
const INK = `(() => {
  const canvas = document.querySelector('.paper-page canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] < 128 && data[at + 3] > 0) ink += 1;
  return ink;
})()`;

/** How much ink is on the first page of a paper, once these words of it can be heard. */
export async function inkOf(page: Page, words: RegExp): Promise<number> {
  await page
    .locator('.paper-page .sr-only', { hasText: words })
    .first()
    .waitFor({ state: 'attached', timeout: 30_000 });
  return Number(await page.evaluate(INK));
}

import type { Page } from 'playwright-core';
import { broken } from './axe';

/** What a program may say to itself but not to people: each is to have its words. */
const RAW: Record<string, string> = {
  JSON: '[{[]"',
  UUID: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  id: '\\b[a-z]{2,4}_[0-9a-z]{20,}\\b',
  'ISO time': '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d',
  enum: '\\b[A-Z]{6,}\\b|\\b[A-Z]+_[A-Z_]+\\b|\\b[a-z]{2,}_[a-z_]+\\b|\\b[a-z]{3,}\\.[a-z]{3,}(_[a-z]+)*\\b',
};

/** Walks what can be read or heard; codes that help somebody who asks for help stand in `code`, a paper has words of its own, and an option's label is heard in place of its text. */
const READ = `(() => {
  const raw = Object.entries(${JSON.stringify(RAW)}).map(([name, form]) => [name, new RegExp(form)]);
  const said = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const within = node.parentElement;
    if (within && !within.closest('code, script, style, .paper-page, [role=option][aria-label]') && within.checkVisibility()) said.push(node.data);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
  return said.flatMap((text) =>
    raw.filter(([, form]) => form.test(text)).map(([name]) => name + ' in "' + text.trim().slice(0, 120) + '"'),
  );
})()`;

/** Whether a page still waits for something or moves; what moves without end, such as a spinner, says so by its class. */
const UNSETTLED = `document.querySelector('h1') === null
  || document.querySelector('.ant-skeleton, .ant-spin-spinning, [aria-busy="true"], .ant-btn-loading') !== null
  || document.getAnimations().some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)`;
const SETTLES_MS = 20_000;
const LOOK_EVERY_MS = 50;

/** Waits until a page has what it shows, so that nothing half-drawn is judged. */
export async function settled(page: Page): Promise<void> {
  const until = Date.now() + SETTLES_MS;
  // Asked again and again from here, since the pages' Content-Security-Policy lets no page poll a script by itself.
  for (let calm = 0; calm < 3; await page.waitForTimeout(LOOK_EVERY_MS)) {
    calm = (await page.evaluate(UNSETTLED)) ? 0 : calm + 1;
    if (Date.now() > until) throw new Error(`${page.url()} does not come to rest`);
  }
}

/** What is wrong with the page as it stands: barriers, raw values, and width beyond the window. */
export async function wrongWith(page: Page): Promise<string[]> {
  await settled(page);
  const found = await broken(page);
  const raw: string[] = await page.evaluate(READ);
  const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  if (beyond > 0) found.push(`${beyond} pixels wider than the window`);
  return [...found, ...raw];
}

import type { Browser, Page } from 'playwright-core';
import { settled, wrongWith } from './appearance';
import type { Opening } from './openings';
import { phone } from './stage';
import { visitor } from './visitor';
import type { Look } from './visits';

/** The two ways in which every page is judged; between them both languages, both shades and both sizes. */
export const WAYS = [
  { language: 'zh-CN', shade: 'light', width: 1280 },
  { language: 'en', shade: 'dark', width: 375 },
] as const;
export type Way = (typeof WAYS)[number];
const [DESK, HAND] = WAYS;

interface Window {
  page: Page;
  faults: string[];
}

/** Pressed from within, since a dialog may lie over the buttons of the frame. */
const press = (page: Page, button: string) => page.evaluate(`document.querySelector('${button}').click()`);
const LANGUAGE = 'button[lang]';
/** The shade's button stands beside the language's. */
const SHADE = '.ant-space-item:has(> button[lang]) + .ant-space-item > button';

/** Turns a page into another language, shade and size where it stands, as its reader would. */
async function wear(page: Page, { language, shade, width }: Way): Promise<void> {
  const html = await page.evaluate(
    '({ language: document.documentElement.lang, shade: document.documentElement.dataset.shade })',
  );
  const now = html as { language: string; shade: string };
  if (now.language !== language) await press(page, LANGUAGE);
  if (now.shade !== shade) await press(page, SHADE);
  await page.setViewportSize({ width, height: 900 });
  // What came to lie under the pointer would look as if it were pointed at.
  await page.mouse.move(0, 0);
  await page.waitForSelector(`html[lang="${language}"][data-shade="${shade}"]`, { state: 'attached' });
}

/** Looks at pages as different people, in windows that stay open between the looks. */
export class Viewer {
  private readonly windows = new Map<string, Promise<Window>>();

  constructor(
    private readonly browser: Browser,
    private readonly base: string,
  ) {}

  /** What is wrong with a page and with each of its tabs, on a desk and on a phone. */
  async judge(look: Look): Promise<string[]> {
    const window = await this.open(look, DESK);
    const found = await this.bothWays(window);
    if (look.tabsElsewhere) return found;
    // On a phone some tabs are a choice: they are changed on the desk.
    const tabs = await window.page.locator('[role=tab]').all();
    const seen = await Promise.all(tabs.map((tab) => tab.getAttribute('aria-selected')));
    for (const [n, tab] of tabs.entries()) {
      if (seen[n] === 'true') continue;
      await tab.click();
      found.push(...(await this.bothWays(window)));
    }
    return found;
  }

  /** What is wrong with a page on which something has been opened, in one way. */
  async judgeOpened(opening: Opening, way: Way): Promise<string[]> {
    const window = await this.open(opening, way);
    await opening.open(window.page, way.language).catch((error: unknown) => {
      throw new Error(`${opening.what} did not open: ${error instanceof Error ? error.message : error}`);
    });
    return this.wrong(window, way, ` with ${opening.what}`);
  }

  /** The page as it stands, on the desk where it is and on the phone; it comes back to the desk. */
  private async bothWays(window: Window): Promise<string[]> {
    const found = await this.wrong(window, DESK);
    await wear(window.page, HAND);
    found.push(...(await this.wrong(window, HAND)));
    await wear(window.page, DESK);
    return found;
  }

  private async open({ as, path }: Pick<Look, 'as' | 'path'>, way: Way): Promise<Window> {
    const window = await this.window(as);
    await window.page.setViewportSize({ width: way.width, height: 900 });
    await window.page.goto(`${this.base}${path}`);
    await settled(window.page);
    await wear(window.page, way);
    return window;
  }

  private async wrong({ page, faults }: Window, way: Way, with_ = ''): Promise<string[]> {
    const { language, shade, width } = way;
    const { pathname, search } = new URL(page.url());
    const where = `${pathname}${search}${with_} (${language}, ${shade}, ${width}): `;
    return [...(await wrongWith(page)), ...faults.splice(0)].map((fault) => where + fault);
  }

  private window(as: Look['as']): Promise<Window> {
    const key = JSON.stringify(as ?? null);
    const known = this.windows.get(key);
    if (known !== undefined) return known;
    const opened = as ? visitor(this.browser, this.base, { ...as, ...DESK }) : phone(this.browser, DESK);
    this.windows.set(key, opened);
    return opened;
  }
}

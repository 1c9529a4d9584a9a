import type { Browser, Page } from 'playwright-core';
import { settled, wrongWith } from './appearance';
import { phone } from './stage';
import { visitor } from './visitor';
import type { Look } from './visits';

/** The two ways in which every page is judged; between them both languages, both shades and both sizes. */
const WAYS = [
  { language: 'zh-CN', shade: 'light', width: 1280 },
  { language: 'en', shade: 'dark', width: 375 },
] as const;
type Way = (typeof WAYS)[number];

/** Looks at pages as different people, in windows that stay open between the looks. */
export class Viewer {
  private readonly windows = new Map<string, Promise<{ page: Page; faults: string[] }>>();

  constructor(
    private readonly browser: Browser,
    private readonly base: string,
  ) {}

  /** What is wrong with a page and with each of its tabs, on a desk and on a phone. */
  async judge(look: Look): Promise<string[]> {
    const [desk, hand] = WAYS;
    const found: string[] = [];
    const page = await this.open(look, desk, found);
    const places = new Set([page.url()]);
    const tabs = look.tabsElsewhere ? [] : await page.locator('[role=tab][aria-selected=false]').all();
    for (const tab of tabs) {
      await tab.click();
      found.push(...(await this.wrong(page, desk)));
      places.add(page.url());
    }
    for (const place of places) {
      const address = new URL(place);
      await this.open({ ...look, path: address.pathname + address.search }, hand, found);
    }
    return found;
  }

  private async open(look: Look, way: Way, found: string[]): Promise<Page> {
    const { page, faults } = await this.window(look, way);
    await page.goto(`${this.base}${look.path}`);
    await settled(page);
    found.push(...(await this.wrong(page, way)), ...faults.splice(0));
    return page;
  }

  private async wrong(page: Page, { language, shade, width }: Way): Promise<string[]> {
    const { pathname, search } = new URL(page.url());
    const where = `${pathname}${search} (${language}, ${shade}, ${width}): `;
    return (await wrongWith(page)).map((fault) => where + fault);
  }

  private window({ as }: Look, way: Way): Promise<{ page: Page; faults: string[] }> {
    const key = JSON.stringify([as, way]);
    const known = this.windows.get(key);
    if (known !== undefined) return known;
    const opened = as
      ? visitor(this.browser, this.base, { ...as, ...way })
      : phone(this.browser, way).then(async (made) => {
          await made.page.setViewportSize({ width: way.width, height: 900 });
          return made;
        });
    this.windows.set(key, opened);
    return opened;
  }
}

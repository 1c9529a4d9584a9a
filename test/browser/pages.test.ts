import { wrongWith } from './support/appearance';
import { type ConsoleStack, openConsole } from './support/console-stack';
import { openingsOf } from './support/openings';
import { routesOfConsole } from './support/routes';
import { bringSights, type Sights } from './support/sights';
import { Viewer, WAYS } from './support/viewer';
import { ELSEWHERE, looksOf, REFUSED } from './support/visits';

jest.setTimeout(120_000);

const ROUTES = routesOfConsole();
let house: ConsoleStack;
let sights: Sights;
let viewer: Viewer;

beforeAll(async () => {
  // The portfolio's page shows what the close of business found out.
  house = await openConsole({ CLOSE_TEST_CLOCKS: 'on' });
  sights = await bringSights(house.stack, () => undefined);
  viewer = new Viewer(house.browser, house.base);
}, 300_000);
afterAll(() => house?.close(), 30_000);

describe('the judge of pages', () => {
  it.each([
    ['a raw code', '<p>PENDING_APPROVAL</p>', /^enum in/],
    ['a raw id', '<p>app_01m83jrz8f3pfzr5x4g1t2k01w</p>', /^id in/],
    ['an ISO time', '<p>2026-05-20T02:00:00Z</p>', /^ISO time in/],
    ['a raw code that is only heard', '<button aria-label="loan_closed">x</button>', /^enum in/],
    ['pale ink', '<p style="color:#bbb">pale</p>', /^color-contrast/],
    ['too wide a thing', '<div style="width:2000px">wide</div>', /pixels wider/],
  ])('finds %s', async (_, planted, fault) => {
    const page = await house.browser.newPage();
    await page.setContent(
      `<html lang="en"><title>Loans</title><body><main><h1>Loans</h1>${planted}</main></body></html>`,
    );
    expect(await wrongWith(page)).toEqual([expect.stringMatching(fault)]);
    await page.close();
  });
});

/** A route with many tabs takes a minute and a half of an idle machine; how long is not what is judged here. */
const AMPLE_MS = 600_000;

describe('every page of the console', () => {
  it('is one that the router knows, and none is left out', () => {
    expect(Object.keys(looksOf(sights)).sort()).toEqual([...ROUTES, ELSEWHERE, REFUSED].sort());
  });

  it.each([...ROUTES, ELSEWHERE, REFUSED])(
    'at %s is free of barriers and raw values, and fits, in both languages and shades',
    async (route) => {
      const looks = looksOf(sights)[route] ?? [];
      const found: string[] = [];
      for (const look of looks) found.push(...(await viewer.judge(look)));
      expect(looks.length).toBeGreaterThan(0);
      expect(found).toEqual([]);
    },
    AMPLE_MS,
  );
});

describe('what opens on a page', () => {
  // Each in one of the two ways, by turns, so that both see dialogs of every kind.
  it.each(WAYS)(
    'is free of barriers and raw values, and fits, at $width pixels in $language',
    async (way) => {
      const found: string[] = [];
      for (const [n, opening] of openingsOf(sights).entries())
        if (way.width === (opening.only ?? WAYS[n % WAYS.length]?.width))
          found.push(...(await viewer.judgeOpened(opening, way)));
      expect(found).toEqual([]);
    },
    AMPLE_MS,
  );
});

import { broken } from './support/axe';
import { type ConsoleStack, openConsole } from './support/console-stack';
import { applied } from './support/officer-applies';
import { visitor } from './support/visitor';

let house: ConsoleStack;
let base: string;
beforeAll(async () => {
  house = await openConsole();
  base = house.base;
}, 180_000);
afterAll(() => house?.close(), 30_000);

const figure = (name: string) => `.figure:has(.figure-name:text-is("${name}")) .figure-value`;

describe('the dashboard', () => {
  it('moves when an application arrives, and each number leads to its rows', async () => {
    const { page, faults } = await visitor(house.browser, base, { role: 'risk_manager' });
    await page.goto(`${base}/dashboard`);
    await page.getByText('实时', { exact: true }).waitFor();
    const today = page.locator(figure('申请')).first();
    expect(await today.textContent()).toBe('0');
    await applied(base, 501);
    await page.locator(figure('申请')).first().getByText('1', { exact: true }).waitFor({ timeout: 10_000 });
    await page.getByText('申请何时到达?').waitFor();
    await page.locator('.bars canvas').first().waitFor();
    expect(await broken(page)).toEqual([]);
    await today.click();
    await page.waitForURL('**/applications?**');
    const rows = page.getByRole('row').filter({ hasText: 'app·' });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('fills a wall, dark and large, and fits a phone', async () => {
    const { page } = await visitor(house.browser, base, { role: 'auditor', language: 'en', width: 1920 });
    await page.goto(`${base}/dashboard?wall`);
    await page.locator('.wall .figure').first().waitFor();
    expect(await broken(page)).toEqual([]);
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('button', { name: 'Wall screen' }).waitFor();
    await page.context().close();
    const phone = await visitor(house.browser, base, {
      role: 'auditor',
      width: 375,
      shade: 'dark',
      language: 'en',
    });
    await phone.page.goto(`${base}/dashboard`);
    await phone.page.locator('.figure').first().waitFor();
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    expect(await broken(phone.page)).toEqual([]);
    await phone.page.context().close();
  });

  it('says so when the server is not heard any more, and comes back', async () => {
    const { page } = await visitor(house.browser, base, { role: 'auditor', language: 'en' });
    await page.route('**/v1/dashboard/stream*', (route) => route.abort());
    await page.goto(`${base}/dashboard`);
    await page.getByText('Reconnecting').waitFor();
    await page.getByText('Out of date').waitFor({ timeout: 15_000 });
    await page.unroute('**/v1/dashboard/stream*');
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 20_000 });
    await page.context().close();
  });

  it.each(['officer', 'collector', 'applicant'])('shows a %s no figure', async (role) => {
    const { page } = await visitor(house.browser, base, { role, language: 'en' });
    await page.goto(`${base}/dashboard`);
    await page.getByText('Your role may not see this page').waitFor();
    expect(await page.locator('.figure').count()).toBe(0);
    expect(await page.getByRole('menuitem', { name: 'Dashboard' }).count()).toBe(0);
    await page.context().close();
  });
});

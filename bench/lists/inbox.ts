import { launchBrowser } from '../../test/browser/support/browser';

/** Milliseconds from a click on "inbox" until its first page of tasks is painted, the console being loaded already. */
export async function inboxInBrowser(url: string, token: string): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(
      `if (location.protocol === 'http:') { localStorage.setItem('loanflow.language', 'en'); sessionStorage.setItem('loanflow.login', '${token}|' + (Date.now() + 3600000)); }`,
    );
    await page.goto(`${url}/applications`);
    await page.locator('tbody tr').nth(40).waitFor();
    const startedAt = performance.now();
    await page.getByRole('link', { name: 'Inbox', exact: true }).click();
    await page.waitForURL('**/inbox');
    await page.getByText('Approval').nth(20).waitFor();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    return performance.now() - startedAt;
  } finally {
    await browser.close();
  }
}

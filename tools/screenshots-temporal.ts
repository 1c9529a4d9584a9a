import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/browser/support/browser';

const FOLDER = resolve(__dirname, '../docs/images');

async function shoot(page: Page, url: string, ready: string, name: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page
    .getByText(ready)
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

/** `npm run screenshots:temporal -- <address of the Temporal UI> <workflow id>`, on a stack that a demo left up. */
async function main(): Promise<void> {
  const [ui, workflowId] = process.argv.slice(2);
  if (!ui || !workflowId) throw new Error('say the address of the Temporal UI and the id of a loan workflow');
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const workflows = `${ui}/namespaces/default/workflows`;
    const query = encodeURIComponent("WorkflowType = 'loan'");
    await shoot(page, `${workflows}?query=${query}`, 'loan/app_', 'temporal-list');
    await shoot(page, `${workflows}/${encodeURIComponent(workflowId)}`, 'Waiting for', 'temporal-loan');
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

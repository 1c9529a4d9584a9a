import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { startStack } from '../../stack/stack';
import { launchBrowser } from '../../test/browser/support/browser';
import { playScene } from './scene';

const FOLDER = resolve(__dirname, '../../docs/images');
const TEXT_LIMIT_MS = 20_000;
/** Where the UI keeps which columns of the list a person wants to see, by namespace. */
const COLUMNS_KEY = 'namespace-workflow-table-columns';
const COLUMNS = [
  'Status',
  'Workflow ID',
  'LoanStage',
  'ProductCode',
  'DecisionRoute',
  'RiskGrade',
  'OverdueBucket',
  'NextDueAt',
  'WaitingSince',
];

interface Shot {
  url: string;
  /** Texts that must be on the page before it is taken. */
  shows: readonly string[];
  name: string;
}

async function shoot(page: Page, { url, shows, name }: Shot): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  for (const text of shows)
    await page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: TEXT_LIMIT_MS });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

async function pictures(ui: string, namespace: string, workflowId: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    const columns = JSON.stringify({ [namespace]: COLUMNS.map((label) => ({ label })) });
    await page.addInitScript({
      content: `localStorage.setItem('${COLUMNS_KEY}', ${JSON.stringify(columns)})`,
    });
    const workflows = `${ui}/namespaces/${namespace}/workflows`;
    const query = encodeURIComponent("WorkflowType = 'loan'");
    await shoot(page, {
      url: `${workflows}?query=${query}`,
      shows: ['LoanStage', 'OVERDUE', 'APPROVAL'],
      name: 'temporal-list',
    });
    await shoot(page, {
      url: `${workflows}/${encodeURIComponent(workflowId)}`,
      shows: ['Waiting for'],
      name: 'temporal-loan',
    });
  } finally {
    await browser.close();
  }
}

/** `npm run screenshots:temporal`: some weeks of loans on a stack of their own, and two pages of the Temporal UI. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loanflow-pictures-'));
  const progress = (line: string) => console.log(line);
  const environment = { RATE_LIMIT_PER_MINUTE: '100000' };
  const stack = await startStack({ dataDir, ports: 'free', progress, environment });
  try {
    const workflowId = await playScene(stack, progress);
    await pictures(stack.temporal.uiUrl, stack.temporal.namespace, workflowId);
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

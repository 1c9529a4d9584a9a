import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Page } from 'playwright-core';
import { type Stack, startStack } from '../../stack/stack';
import { launchBrowser } from '../../test/browser/support/browser';
import { playScene, shownWorkflow } from './scene';

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
  'WaitingSince',
];

interface Shot {
  url: string;
  /** Texts that must be on the page, or in a frame of it, before it is taken. */
  shows: readonly string[];
  name: string;
}

async function isShown(page: Page, text: string): Promise<boolean> {
  for (const frame of page.frames()) {
    const found = frame.getByText(text).filter({ visible: true }).first();
    // A frame that is drawn anew meanwhile shows nothing yet.
    if (await found.isVisible().catch(() => false)) return true;
  }
  return false;
}

async function shoot(page: Page, { url, shows, name }: Shot): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const deadline = Date.now() + TEXT_LIMIT_MS;
  for (const text of shows) {
    while (!(await isShown(page, text))) {
      if (Date.now() > deadline) throw new Error(`${name}: "${text}" did not appear at ${page.url()}`);
      await page.waitForTimeout(100);
    }
  }
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

async function pictures(ui: string, namespace: string, loan: Run): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1800, height: 900 } });
    const columns = JSON.stringify({ [namespace]: COLUMNS.map((label) => ({ label })) });
    await page.addInitScript({
      content: `localStorage.setItem('${COLUMNS_KEY}', ${JSON.stringify(columns)})`,
    });
    const workflows = `${ui}/namespaces/${namespace}/workflows`;
    const query = encodeURIComponent("WorkflowType = 'loan'");
    const run = `${workflows}/${encodeURIComponent(loan.workflowId)}/${loan.runId}`;
    const shots: Shot[] = [
      {
        url: `${workflows}?query=${query}`,
        shows: ['LoanStage', 'OVERDUE', 'APPROVAL'],
        name: 'temporal-list',
      },
      { url: `${run}/user-metadata`, shows: ['Waiting for', 'Overdue'], name: 'temporal-loan' },
      { url: `${run}/timeline`, shows: ['collectInstalment'], name: 'temporal-timeline' },
    ];
    for (const shot of shots) await shoot(page, shot);
  } finally {
    await browser.close();
  }
}

interface Run {
  workflowId: string;
  runId: string;
}

/** The run that a loan is in now. */
async function runOf({ temporal }: Stack, workflowId: string): Promise<Run> {
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const client = new Client({ connection, namespace: temporal.namespace });
    const { runId } = await client.workflow.getHandle(workflowId).describe();
    return { workflowId, runId };
  } finally {
    await connection.close();
  }
}

/** `npm run screenshots:temporal`: some weeks of loans on a stack of their own, and two pages of the Temporal UI. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loanflow-pictures-'));
  const progress = (line: string) => console.log(line);
  const environment = { RATE_LIMIT_PER_MINUTE: '100000' };
  const stack = await startStack({ dataDir, ports: 'free', progress, environment });
  try {
    const { played } = await playScene(stack, progress);
    const loan = await runOf(stack, shownWorkflow(played));
    await pictures(stack.temporal.uiUrl, stack.temporal.namespace, loan);
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

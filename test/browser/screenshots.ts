import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { startStack } from '../../stack/stack';
import { settled } from './support/appearance';
import { launchBrowser } from './support/browser';
import { inkOf } from './support/paper';
import { bringSights, type Sights } from './support/sights';
import { type Visit, visitor } from './support/visitor';

/** Where the pictures of the documentation are kept. */
const FOLDER = resolve(__dirname, '../../docs/images');

interface Shot extends Visit {
  name: string;
  path: string;
  /** What is done on the page before it is taken. */
  act?: (page: Page) => Promise<unknown>;
}

const risk = { role: 'risk_manager', user: 'risk1' };
const officer = { role: 'officer', user: 'officer1' };
const phone = { width: 375 } as const;
const dark = { language: 'en', shade: 'dark' } as const;

/** Orders a lower rate as far as the preview, and scrolls to what would be posted. */
async function previewRate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Operations', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Operation', { exact: true }).selectOption({ label: 'Change the rate' });
  await drawer.getByLabel('Annual rate (%)').fill('4');
  await drawer.getByLabel('Counts from').fill('2026-04-10');
  await page.keyboard.press('Enter');
  await drawer.getByRole('button', { name: 'Preview' }).click();
  await drawer.getByText('Entries that will be posted').waitFor();
}

/** Opens the contract where it can be read. */
async function readContract(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read the contract' }).first().click();
  await inkOf(page, /借款/);
}

function shots(sights: Sights): Shot[] {
  const { signer, debtor, clock } = sights;
  const borrower = (user: string) => ({ role: 'applicant', user, ...phone });
  return [
    { name: 'inbox', ...officer, path: '/inbox' },
    { name: 'decision', ...officer, path: `/tasks/${sights.task}`, height: 1560 },
    { name: 'applications-dark', ...officer, path: '/applications', shade: 'dark' },
    { name: 'loan', ...risk, path: `/loans/${sights.loan}`, language: 'en' },
    {
      ...{ name: 'money-operation', ...risk, path: `/loans/${sights.loan}`, language: 'en', height: 1500 },
      act: previewRate,
    },
    {
      ...{ name: 'contract', ...risk, path: `/loans/${sights.loan}?tab=contract`, language: 'en' },
      act: readContract,
    },
    { name: 'dashboard', ...risk, path: `/dashboard?days=90&clock=${clock}`, height: 1240 },
    {
      ...{ name: 'dashboard-wall', role: 'auditor', width: 1920, height: 1080, language: 'en' },
      path: `/dashboard?wall=1&days=90&clock=${clock}`,
    },
    { name: 'portfolio', ...risk, path: `/portfolio?clock=${clock}`, language: 'en', height: 1400 },
    { name: 'sources', role: 'operator', path: '/operations?tab=sources' },
    { name: 'books', role: 'operator', path: `/operations?tab=books&clock=${clock}` },
    { name: 'audit-search', role: 'auditor', path: '/operations?tab=search', language: 'en' },
    { name: 'users-dark', role: 'administrator', path: '/operations?tab=users', shade: 'dark' },
    { name: 'studio', ...risk, path: '/studio' },
    { name: 'studio-draft', ...risk, path: `/studio/${sights.draft}` },
    {
      ...{ name: 'studio-changes-en-dark', role: 'administrator', ...dark },
      path: `/studio/${sights.draft}?tab=changes`,
    },
    { name: 'partner-links', role: 'administrator', path: '/scenes', language: 'en' },
    { name: 'partner-scene-phone', role: 'applicant', ...phone, path: `/p/${sights.scene}` },
    { name: 'borrower-phone', ...borrower(debtor.user), path: '/my' },
    { name: 'borrower-sign-phone', ...borrower(signer.user), path: `/my/applications/${signer.application}` },
    { name: 'borrower-repay-phone', ...borrower(debtor.user), path: `/my/loans/${debtor.loan}` },
    { name: 'borrower-compare-phone', ...borrower(debtor.user), path: '/my/compare' },
    {
      ...{ name: 'apply-phone-dark', ...borrower('newcomer'), ...dark },
      path: '/my/apply/consumer_instalment',
    },
  ];
}

/** `npm run screenshots`: some weeks of lending on a stack of their own, and pictures of the console. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'loanflow-pictures-'));
  const progress = (line: string) => console.log(line);
  const environment = { RATE_LIMIT_PER_MINUTE: '100000', CLOSE_TEST_CLOCKS: 'on' };
  const stack = await startStack({ dataDir, ports: 'free', progress, environment });
  const browser = await launchBrowser();
  try {
    const base = stack.urls.api;
    for (const { name, path, act, ...visit } of shots(await bringSights(stack, progress))) {
      const { page } = await visitor(browser, base, visit);
      await page.goto(`${base}${path}`);
      await settled(page);
      if (act) await act(page);
      await settled(page);
      const file = join(FOLDER, `console-${name}.png`);
      // A palette keeps flat pictures a third of the size.
      await sharp(await page.screenshot())
        .png({ palette: true, colours: 128, effort: 10 })
        .toFile(file);
      console.log(file);
      await page.context().close();
    }
  } finally {
    await browser.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { launchBrowser } from './support/browser';
import { studioDraft } from './support/studio-draft';
import { tokenOf, type Visit, visitor } from './support/visitor';

/** Where the pictures of the documentation are kept. */
const FOLDER = resolve(__dirname, '../../docs/images');
const BASE = (process.env.CONSOLE_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');

const Rows = z.object({ data: z.array(z.object({ id: z.string() })) });

interface Shot extends Visit {
  name: string;
  path: string;
}

/** Things to show, out of what the running stack holds. */
async function shots(): Promise<Shot[]> {
  const officer = await tokenOf(BASE, 'officer');
  const list = async (path: string) => {
    const answer = await fetch(`${BASE}${path}`, { headers: { authorization: `Bearer ${officer}` } });
    return Rows.parse(await answer.json()).data;
  };
  const [task] = await list('/v1/tasks?view=all&kind=approval');
  const [loan] = await list('/v1/loans');
  const draft = await studioDraft(BASE);
  const found: Shot[] = [
    { name: 'inbox', role: 'officer', path: '/inbox' },
    { name: 'applications-dark', role: 'officer', path: '/applications', shade: 'dark' },
    { name: 'studio', role: 'risk_manager', path: '/studio' },
    { name: 'studio-draft', role: 'risk_manager', path: `/studio/${draft}` },
    {
      name: 'studio-changes-en-dark',
      role: 'administrator',
      path: `/studio/${draft}?tab=changes`,
      language: 'en',
      shade: 'dark',
    },
    { name: 'dashboard', role: 'risk_manager', path: '/dashboard' },
    { name: 'dashboard-wall', role: 'auditor', path: '/dashboard?wall', width: 1920, language: 'en' },
    { name: 'sources', role: 'operator', path: '/operations?tab=sources' },
    { name: 'audit-search', role: 'auditor', path: '/operations?tab=search', language: 'en' },
    { name: 'users-dark', role: 'administrator', path: '/operations?tab=users', shade: 'dark' },
    { name: 'books', role: 'operator', path: '/operations?tab=books' },
    { name: 'borrower-compare', role: 'applicant', path: '/my/compare', width: 375 },
    {
      name: 'borrower-enter-dark',
      role: 'applicant',
      path: '/my/enter',
      width: 375,
      shade: 'dark',
      language: 'en',
    },
    { name: 'partner-links', role: 'administrator', path: '/scenes', language: 'en' },
    { name: 'borrower-phone', role: 'applicant', path: '/my', width: 375 },
    {
      name: 'apply-phone-dark',
      role: 'applicant',
      path: '/my/apply/consumer_instalment',
      width: 375,
      shade: 'dark',
      language: 'en',
    },
  ];
  if (task) found.push({ name: 'decision', role: 'officer', path: `/tasks/${task.id}` });
  if (loan) found.push({ name: 'loan', role: 'risk_manager', path: `/loans/${loan.id}`, language: 'en' });
  return found;
}

/** `npm run screenshots`: pictures of the console of a running stack (CONSOLE_URL, else the usual address). */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const { name, path, ...visit } of await shots()) {
      const { page } = await visitor(browser, BASE, visit);
      await page.goto(`${BASE}${path}`, { waitUntil: 'load' });
      // The dashboard's stream stays open, so the network is never idle there.
      if (path.startsWith('/dashboard')) await page.locator('.bars canvas').first().waitFor();
      else await page.waitForLoadState('networkidle');
      const file = join(FOLDER, `console-${name}.png`);
      await page.screenshot({ path: file });
      console.log(file);
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

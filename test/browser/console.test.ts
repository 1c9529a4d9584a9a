import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { person } from '../../sandbox/people/people';
import { type Stack, startStack } from '../../stack/stack';
import { broken } from './support/axe';
import { launchBrowser } from './support/browser';
import { type Visit, visitor } from './support/visitor';

const folder = mkdtempSync(join(tmpdir(), 'loanflow-console-'));
const applicant = person({ n: 4711, scenario: 'near_prime' });
const borrower: Visit = { role: 'applicant', user: 'browser-borrower', width: 375 };
const Message = z.object({ templateCode: z.string(), body: z.string() });
const Messages = z.union([
  z.array(Message),
  z.object({ data: z.array(Message) }).transform(({ data }) => data),
]);
let stack: Stack;
let browser: Browser;
let base: string;
let applicationPage = '';

beforeAll(async () => {
  stack = await startStack({ dataDir: folder, ports: 'free', progress: () => undefined });
  base = stack.urls.api;
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

async function codeOnPhone(): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    const answer = await fetch(`${stack.urls.sandbox}/inbox/messages?to=${applicant.phone}`);
    const messages = Messages.parse(await answer.json());
    const code = messages
      .find(({ templateCode }) => templateCode === 'one-time-code')
      ?.body.match(/\d{6}/)?.[0];
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('no code came');
}

describe('the console', () => {
  it('lets a borrower apply on a phone', async () => {
    const { page, faults } = await visitor(browser, base, borrower);
    await page.goto(`${base}/my/apply/consumer_instalment`);
    await page.getByLabel('金额').fill('50000');
    await page.getByLabel('姓名').fill(applicant.name);
    await page.getByLabel('身份证号').fill(applicant.idNo);
    await page.getByLabel('手机号').fill(applicant.phone);
    await page.getByLabel('收款银行卡号').fill(applicant.cardNo);
    await page.getByLabel('月收入').fill('30000');
    await page.getByLabel('现职月数').fill('60');
    for (const kind of ['id_card_front', 'id_card_back', 'income_proof', 'bank_statement'])
      await page.setInputFiles(`#file-${kind}`, {
        name: `${kind}.pdf`,
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 a paper of tests'),
      });
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    expect(await broken(page)).toEqual([]);
    await page.getByRole('button', { name: /申\s?请$/ }).click();
    await page.waitForURL('**/my/applications/app_*');
    applicationPage = page.url();
    await page.getByText('人工审批').first().waitFor({ timeout: 30_000 });
    expect(await broken(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await page.context().close();
  });

  it('lets an officer see why and approve', async () => {
    const { page, faults } = await visitor(browser, base, { role: 'officer' });
    await page.goto(`${base}/inbox`);
    await page.getByRole('cell', { name: '审批' }).first().waitFor();
    expect(await broken(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tasks/task_*');
    await page.getByText('征信评分偏低').first().waitFor();
    expect(await page.locator('.differs').count()).toBeGreaterThan(0);
    expect(await page.content()).not.toContain(applicant.idNo);
    expect(await broken(page)).toEqual([]);
    await page.getByLabel('意见(必填)').fill('收入稳定,同意。');
    await page.getByRole('button', { name: '提交决定' }).click();
    await page.getByRole('button', { name: /确\s?认/ }).click();
    await page.waitForURL('**/inbox');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('lets the borrower sign on the phone and pays out', async () => {
    const { page, faults } = await visitor(browser, base, { ...borrower, language: 'en' });
    await page.goto(applicationPage);
    await page.getByRole('button', { name: 'Send code' }).click({ timeout: 30_000 });
    await page.getByText('A code was sent').waitFor();
    await page.getByLabel('Code from the message').fill(await codeOnPhone());
    expect(await broken(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('link', { name: 'My loan', exact: true }).click({ timeout: 40_000 });
    await page.waitForURL('**/my/loans/loan_*');
    await page.getByText('Active').first().waitFor({ timeout: 20_000 });
    await page.getByText('50,000.00').first().waitFor();
    expect(await broken(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows the loan to staff in both languages, with its payoff before anything is posted', async () => {
    const { page } = await visitor(browser, base, { role: 'risk_manager' });
    await page.goto(`${base}/loans`);
    await page.getByText('消费分期贷').first().click();
    await page.getByRole('tab', { name: '提前结清' }).click();
    await page.getByRole('button', { name: /试\s?算/ }).click();
    await page.getByText('结清金额').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('To pay').waitFor();
    await page.getByText('Your role may not record payments.').waitFor();
    expect(await broken(page)).toEqual([]);
    await page.context().close();
  });

  it('refuses what a role may not see, with a code', async () => {
    const { page } = await visitor(browser, base, { role: 'officer' });
    await page.goto(`${base}/inbox`);
    expect(await page.getByRole('menuitem', { name: '运维' }).count()).toBe(0);
    await page.goto(`${base}/operations`);
    await page.getByText('FORBIDDEN').first().waitFor();
    const other = await visitor(browser, base, { role: 'applicant', user: 'somebody-else', width: 375 });
    await other.page.goto(applicationPage);
    await other.page.getByText('NOT_FOUND').first().waitFor();
    await page.context().close();
    await other.page.context().close();
  });

  it('never hides a 404 of the API behind a page', async () => {
    const answer = await fetch(`${base}/v1/nothing`, { headers: { accept: 'text/html' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});

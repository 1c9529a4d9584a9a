import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import type { Stack } from '../../../stack/stack';
import { broken } from './axe';
import { STILL } from './browser';
import { tokenOf } from './visitor';

const Message = z.object({ templateCode: z.string(), body: z.string() });
const Messages = z.union([
  z.array(Message),
  z.object({ data: z.array(Message) }).transform(({ data }) => data),
]);
const Clock = z.object({ id: z.string(), now: z.string(), status: z.string() });
const SHADE = /^(深\s?色|浅\s?色|Dark|Light)$/;

/** Rules of WCAG 2.2 AA that a page breaks in either shade, and whether it is wider than the phone. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const shade of ['first', 'second']) {
    found.push(...(await broken(page)).map((fault) => `${shade} ${fault}`));
    await page.getByRole('button', { name: SHADE }).click();
  }
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  if (Number(wide) > 375) found.push(`the page is ${wide} pixels wide`);
  return found;
}

/** A phone's browser window without any login, with what went wrong in it. */
export async function phone(
  browser: Browser,
  { language = 'zh-CN', shade = 'light' }: { language?: string; shade?: string } = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    ...STILL,
    viewport: { width: 375, height: 812 },
    acceptDownloads: true,
  });
  await context.addInitScript(
    `if (location.protocol === 'http:') { localStorage.setItem('loanflow.shade', localStorage.getItem('loanflow.shade') ?? '${shade}'); localStorage.setItem('loanflow.language', localStorage.getItem('loanflow.language') ?? '${language}'); }`,
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) faults.push(line.text());
  });
  return { page, faults };
}

/** The code of the latest message of a kind to a phone, as its owner reads it. */
export async function codeOnPhone(stack: Stack, number: string, template: string): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await fetch(`${stack.urls.sandbox}/inbox/messages?to=${number}`);
    const messages = Messages.parse(await answer.json());
    const code = messages.find(({ templateCode }) => templateCode === template)?.body.match(/\d{6}/)?.[0];
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('no code came');
}

/** A test clock that the operator moves. */
export async function testClock(base: string, now: string) {
  const token = await tokenOf(base, 'operator');
  const call = async (path: string, body?: object) => {
    const answer = await fetch(`${base}/v1/test-clocks${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return Clock.parse(await answer.json());
  };
  const { id } = await call('', { name: 'phone', now });
  const settled = async () => {
    for (let tries = 0; tries < 400; tries++) {
      const clock = await call(`/${id}`);
      if (clock.status === 'ready') return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error('the clock did not settle');
  };
  return {
    id,
    advance: async (to: string) => {
      await settled();
      await call(`/${id}/advance`, { to });
      await settled();
    },
  };
}

const Tasks = z.object({
  data: z.array(
    z.object({ id: z.string(), applicationId: z.string(), requiredRole: z.string(), version: z.int() }),
  ),
});
const Staged = z.object({ stage: z.string() });

/** Has the people whose turn it is approve an application, tier by tier, until its contract is offered. */
export async function approved(base: string, applicationId: string): Promise<void> {
  const call = async (role: string, path: string, body?: object, version?: number): Promise<unknown> => {
    const answer = await fetch(`${base}/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await tokenOf(base, role)}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(version !== undefined && { 'if-match': `"v${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  for (let tries = 0; tries < 120; tries++) {
    const { stage } = Staged.parse(await call('officer', `/applications/${applicationId}`));
    if (stage === 'OFFER') return;
    const open = Tasks.parse(await call('officer', '/tasks?view=all&kind=approval&limit=100')).data;
    const task = open.find((one) => one.applicationId === applicationId);
    if (task !== undefined) {
      const verdict = { decision: 'approve', comment: '资料齐全,还款来源可靠' };
      await call(task.requiredRole, `/tasks/${task.id}/decision`, verdict, task.version);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the application did not come to an offer');
}

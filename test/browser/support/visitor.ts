import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { STILL } from './browser';

const Token = z.object({ access_token: z.string() });

export interface Visit {
  role: string;
  user?: string;
  /** A login there is already, in place of one of the development issuer. */
  token?: string;
  language?: 'zh-CN' | 'en';
  shade?: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** A token of the development issuer. */
export async function tokenOf(base: string, role: string, user?: string): Promise<string> {
  const answer = await fetch(`${base}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, user }),
  });
  return Token.parse(await answer.json()).access_token;
}

/** A logged-in person's browser window, with what went wrong in it. */
export async function visitor(
  browser: Browser,
  base: string,
  {
    role,
    user,
    token: known,
    language = 'zh-CN',
    shade = 'light',
    width = 1280,
    height = width < 500 ? 812 : 900,
  }: Visit,
): Promise<{ page: Page; faults: string[] }> {
  const token = known ?? (await tokenOf(base, role, user));
  const context = await browser.newContext({ ...STILL, viewport: { width, height } });
  await context.addInitScript(
    `if (location.protocol === 'http:') { localStorage.setItem('loanflow.shade', '${shade}'); localStorage.setItem('loanflow.language', localStorage.getItem('loanflow.language') ?? '${language}'); sessionStorage.setItem('loanflow.login', '${token}|' + (Date.now() + 3600000)); }`,
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) faults.push(line.text());
  });
  return { page, faults };
}

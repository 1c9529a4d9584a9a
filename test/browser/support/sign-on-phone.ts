import type { Page } from 'playwright-core';
import type { Borrower } from '../../../demo/borrower';
import { type ConsoleStack, reached } from './console-stack';

/** The borrower asks for the one-time code, reads it on the phone, signs, and is paid out. */
export async function signOnPhone(here: ConsoleStack, borrower: Borrower, page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send code' }).click({ timeout: 30_000 });
  await page.getByText('A code was sent').waitFor();
  let code: string | undefined;
  for (let tries = 0; code === undefined && tries < 50; tries++) {
    const messages = await here.world.sandbox.messages(borrower.data.phone);
    code = messages.find(({ templateCode }) => templateCode === 'one-time-code')?.body.match(/\d{6}/)?.[0];
    if (code === undefined) await new Promise((next) => setTimeout(next, 200));
  }
  await page.getByLabel('Code from the message').fill(code ?? '');
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await reached(borrower, 'REPAYING');
}

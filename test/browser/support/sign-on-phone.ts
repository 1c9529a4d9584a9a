import type { Page } from 'playwright-core';
import type { Borrower } from '../../../demo/borrower';
import { reached } from './console-stack';

async function codeOf(borrower: Borrower): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const code = await borrower.codeReceived();
    if (code !== undefined) return code;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error('no one-time code arrived');
}

/** The borrower asks for the one-time code, reads it on the phone, signs, and is paid out. */
export async function signOnPhone(borrower: Borrower, page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send code' }).click({ timeout: 30_000 });
  await page.getByText('A code was sent').waitFor();
  await page.getByLabel('Code from the message').fill(await codeOf(borrower));
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await reached(borrower, 'REPAYING');
}

/** The borrower signs in a program of their own; what becomes of the payout is left open. */
export async function signByApi(borrower: Borrower): Promise<void> {
  await borrower.askForCode();
  await borrower.signWith(await codeOf(borrower));
}

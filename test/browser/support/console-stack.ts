import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Borrower, type Request } from '../../../demo/borrower';
import type { ApplicantData } from '../../../demo/story';
import { World } from '../../../demo/world';
import { type Stack, startStack } from '../../../stack/stack';
import { launchBrowser } from './browser';

/** A whole stack with its console in a real browser, and a world of invented people on a test clock. */
export interface ConsoleStack {
  stack: Stack;
  browser: Browser;
  base: string;
  world: World;
  /** Somebody applies through the API; gives their application when it has reached a stage. */
  applied(applicant: ApplicantData, request: Request, stage: string): Promise<Borrower>;
  close(): Promise<void>;
}

export async function openConsole(environment: Readonly<Record<string, string>> = {}): Promise<ConsoleStack> {
  const folder = mkdtempSync(join(tmpdir(), 'loanflow-console-'));
  const stack = await startStack({ dataDir: folder, ports: 'free', progress: () => undefined, environment });
  const browser = await launchBrowser();
  const world = await World.open({ api: stack.urls.api, sandbox: stack.urls.sandbox });
  return {
    stack,
    browser,
    base: stack.urls.api,
    world,
    applied: async (applicant, request, stage) => {
      const borrower = new Borrower(world, await world.applicant(`browser-${applicant.n}`), applicant);
      await borrower.apply(request);
      await reached(borrower, stage);
      return borrower;
    },
    close: async () => {
      await browser.close();
      await stack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until an application is in a stage, as its own borrower sees it. */
export async function reached(borrower: Borrower, stage: string): Promise<void> {
  let seen = '';
  for (let tries = 0; tries < 150; tries++) {
    seen = (await borrower.application()).stage;
    if (seen === stage) return;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error(`stage is ${seen}, not ${stage}`);
}

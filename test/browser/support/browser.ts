import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Asked of a process of its own, since the package is an ES module and Jest's files are not. */
const WHERE = "import c from '@sparticuz/chromium'; process.stdout.write(await c.executablePath())";

const FONT = 'SourceHanSansSC-Regular.otf';

/** A folder with the one font, for each tree of its own; suites that start side by side may both make it. */
function fontFolder(): string {
  const font = join(dirname(require.resolve('node-source-han-sans-sc/package.json')), FONT);
  const tree = createHash('sha256').update(font).digest('hex').slice(0, 12);
  const home = join(tmpdir(), `loanflow-fonts-${tree}`);
  mkdirSync(home, { recursive: true });
  const made = join(home, `${FONT}.${process.pid}`);
  symlinkSync(font, made);
  renameSync(made, join(home, FONT));
  return home;
}

/**
 * Windows of people who asked for no motion. A dialog that still zooms may move between the pressing and the releasing
 * of a button, and a test's click is then nobody's; a person would click again.
 */
export const STILL = { reducedMotion: 'reduce' } as const;

/** Chromium from npm, with a Chinese font, since machines that test have none. */
export async function launchBrowser(): Promise<Browser> {
  const home = fontFolder();
  const configuration = join(home, 'fonts.conf');
  writeFileSync(
    configuration,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}</dir><cachedir>${join(home, 'cache')}</cachedir></fontconfig>`,
  );
  const executablePath = execFileSync('node', ['--input-type=module', '-e', WHERE], { encoding: 'utf8' });
  return chromium.launch({
    executablePath,
    env: { ...process.env, FONTCONFIG_FILE: configuration },
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    headless: true,
  });
}

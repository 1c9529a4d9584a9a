import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Asked of a process of its own, since the package is an ES module and Jest's files are not. */
const WHERE = "import c from '@sparticuz/chromium'; process.stdout.write(await c.executablePath())";

/** Chromium from npm, with a Chinese font, since machines that test have none. */
export async function launchBrowser(): Promise<Browser> {
  const home = join(tmpdir(), 'loanflow-fonts');
  mkdirSync(home, { recursive: true });
  const font = join(home, 'SourceHanSansSC-Regular.otf');
  const fonts = dirname(require.resolve('node-source-han-sans-sc/package.json'));
  if (!existsSync(font)) {
    // A link into a copy of the project that is gone does not exist, and yet is in the way.
    rmSync(font, { force: true });
    symlinkSync(join(fonts, 'SourceHanSansSC-Regular.otf'), font);
  }
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

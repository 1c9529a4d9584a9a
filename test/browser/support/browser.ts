import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Chromium from npm, with a Chinese font, since machines that test have none. */
export async function launchBrowser(): Promise<Browser> {
  const home = join(tmpdir(), 'loanflow-fonts');
  mkdirSync(home, { recursive: true });
  const font = join(home, 'SourceHanSansSC-Regular.otf');
  const source = join(
    dirname(require.resolve('node-source-han-sans-sc/package.json')),
    'SourceHanSansSC-Regular.otf',
  );
  if (!existsSync(font) && existsSync(source)) symlinkSync(source, font);
  const configuration = join(home, 'fonts.conf');
  writeFileSync(
    configuration,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}</dir><cachedir>${join(home, 'cache')}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = configuration;
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=zh-CN'],
    headless: true,
  });
}

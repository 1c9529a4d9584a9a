import { readFile, writeFile } from 'node:fs/promises';
import { magicMarkdown } from './landing/magic-markdown';

const START = '<!-- magic values: made by sandbox/landing/magic-markdown.ts -->';
const END = '<!-- end of magic values -->';

/** The document with its table of magic values renewed. */
export function withMagicValues(document: string): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error('the marks around the magic values are missing');
  return `${document.slice(0, start + START.length)}\n\n${magicMarkdown()}\n${document.slice(end)}`;
}

async function main(): Promise<void> {
  const path = 'docs/sandbox.md';
  await writeFile(path, withMagicValues(await readFile(path, 'utf8')));
}

if (process.argv[1]?.endsWith('write-docs.ts')) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`);
    process.exitCode = 1;
  });
}

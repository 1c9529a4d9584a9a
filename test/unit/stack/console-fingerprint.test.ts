import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consoleFingerprint } from '../../../stack/console-fingerprint';

let root: string;
const put = (name: string, content: string) => writeFileSync(join(root, name), content);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loanflow-console-'));
  for (const folder of ['web/src/pages', 'web/dist']) mkdirSync(join(root, folder), { recursive: true });
  put('package-lock.json', '{}');
  put('web/src/pages/inbox.tsx', 'old');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('what a console was built from', () => {
  it.each([
    ['a source', () => put('web/src/pages/inbox.tsx', 'new')],
    ['a further source', () => put('web/src/main.tsx', '')],
    ['the build', () => put('web/vite.config.ts', '')],
    ['a version of a library', () => put('package-lock.json', '{"lockfileVersion":3}')],
  ])('differs after a change of %s', (_, change) => {
    const before = consoleFingerprint(root);
    change();
    expect(consoleFingerprint(root)).not.toBe(before);
  });

  it('is the same whatever was built', () => {
    const before = consoleFingerprint(root);
    put('web/dist/index.html', '<html>');
    expect(consoleFingerprint(root)).toBe(before);
  });
});

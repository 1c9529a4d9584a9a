import { readFileSync } from 'node:fs';
import { parties } from '../../../sandbox/parties';
import { withMagicValues } from '../../../sandbox/write-docs';

describe('docs/sandbox.md', () => {
  const document = readFileSync('docs/sandbox.md', 'utf8');

  it('lists exactly the magic values that exist (renew it with: npx tsx sandbox/write-docs.ts)', () => {
    expect(document).toBe(withMagicValues(document));
  });

  it('names every party', () => {
    for (const party of Object.keys(parties)) expect(document).toContain(`\`${party}\``);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVER_VARIABLES } from '../../../config/server';
import { WORKER_VARIABLES } from '../../../config/worker';
import { ROOT } from '../../../stack/folders';

describe('the operating guide', () => {
  const guide = readFileSync(join(ROOT, 'docs', 'operating.md'), 'utf8');
  const migration = readFileSync(join(ROOT, 'migrate.ts'), 'utf8');

  it('names every variable that server, worker and migration read', () => {
    const ofMigration = [...migration.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => name ?? '');
    const read = new Set([...SERVER_VARIABLES, ...WORKER_VARIABLES, ...ofMigration]);
    expect(read.size).toBeGreaterThan(50);
    expect([...read].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRANSITIONS } from '../domain/loan/transitions';
import { ROOT } from '../stack/folders';

const FILE = join(ROOT, 'docs', 'architecture.md');

/** The state diagram as docs/architecture.md shows it, from the table that the code obeys. */
export function stateDiagram(): string {
  const arrows = Object.entries(TRANSITIONS).flatMap(([from, targets]) =>
    targets.map((to) => `  ${from} --> ${to}`),
  );
  return ['stateDiagram-v2', '  [*] --> PRE_SCREEN', ...arrows, '  CLOSED --> [*]'].join('\n');
}

/** The document with the diagram put in its place. */
export function withDiagram(text: string): string {
  return text.replace(/stateDiagram-v2\n[\s\S]*?(?=\n```)/, stateDiagram());
}

if (require.main === module) writeFileSync(FILE, withDiagram(readFileSync(FILE, 'utf8')));

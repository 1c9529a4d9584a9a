import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAGES } from '../../../contracts/loan/stage';
import { mayMove, TRANSITIONS } from '../../../domain/loan/transitions';
import { withDiagram } from '../../../tools/state-diagram';

describe('state diagram', () => {
  it('in the docs is the one the code obeys (renew with `npx tsx tools/state-diagram.ts`)', () => {
    const text = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'architecture.md'), 'utf8');
    expect(text).toContain('[*] --> PRE_SCREEN');
    expect(text).toBe(withDiagram(text));
  });

  it('reaches every stage from the first', () => {
    const reached = new Set<string>(['PRE_SCREEN']);
    for (const stage of reached) {
      for (const next of TRANSITIONS[stage as keyof typeof TRANSITIONS]) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...STAGES].sort());
  });

  it('lets a loan stay and refuses what the table does not know', () => {
    expect(mayMove('OFFER', 'OFFER')).toBe(true);
    expect(mayMove('OFFER', 'DISBURSEMENT')).toBe(true);
    expect(mayMove('PRE_SCREEN', 'REPAYING')).toBe(false);
  });
});

import { join } from 'node:path';
import { CACHE } from '../stack/folders';
import { readOutcomes, summaryLine, total } from './checks/results';

/** Last line of the pipeline: what all checks and suites of the last `npm test` came to. */
const outcomes = readOutcomes(join(CACHE, 'test-results'));
console.log(summaryLine(outcomes));
process.exit(total(outcomes).failed > 0 ? 1 : 0);

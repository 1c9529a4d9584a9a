import type { z } from 'zod';
import type { SettledFact } from '../../contracts/http/decisions';

/** What people said of contradictions, by `factKey`. */
export type Settled = ReadonlyMap<string, z.input<typeof SettledFact>>;

/** Which source's word on which fact. */
export const factKey = (field: string, source: string): string => `${field}@${source}`;

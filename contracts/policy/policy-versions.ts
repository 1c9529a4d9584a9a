import { z } from 'zod';

/** The versions that a kept decision was taken under, also of kinds that later releases may no longer have. */
export const PolicyVersions = z.array(z.object({ kind: z.string(), code: z.string(), version: z.int() }));

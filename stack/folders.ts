import { resolve } from 'node:path';

/** The clone itself. */
export const ROOT = resolve(__dirname, '..');
/** What can be fetched or built again: tools, bundles. */
export const CACHE = resolve(ROOT, '.cache');

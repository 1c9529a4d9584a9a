import { resolve } from 'node:path';
import { ROOT } from './folders';

/** The data folder of `npm start` and `npm run reset`. */
export const usualDataDir = (env: NodeJS.ProcessEnv): string =>
  env.LOANFLOW_DATA_DIR ? resolve(env.LOANFLOW_DATA_DIR) : resolve(ROOT, '.data');

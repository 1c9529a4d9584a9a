import { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import type { ActivityDeps } from '../../../activities/support/deps';
import { RuleEngine } from '../../../providers/rules/rule-engine';
import type { SourceClient } from '../../../providers/sources/port';
import type { TestApi } from './test-api';

const nobody = () => Promise.reject(new Error('nobody asks for this'));

/** Runs a step as an activity over the test's database, with sources and nobody else outside. */
export function inActivity<T>(
  api: TestApi,
  { sources, sourcesUrl, attempt }: { sources: SourceClient; sourcesUrl: string; attempt: number },
  run: (deps: ActivityDeps) => Promise<T>,
): Promise<T> {
  const deps: ActivityDeps = {
    ...{ db: api.db, vault: api.vault, sources, rules: new RuleEngine() },
    payments: {
      ...{ sendPayout: nobody, queryPayout: nobody, sendDebit: nobody, queryDebit: nobody },
      ...{ fetchStatement: nobody, close: async () => undefined },
    },
    papers: { contract: nobody, certificate: nobody, demandLetter: nobody },
    sealer: { seal: nobody },
    settings: {
      lender: { name: 'L', creditCode: 'C', address: 'A', hotline: 'H', website: 'W' },
      ...{ utcOffsetMinutes: 480, signalDecisions: false },
      addresses: { SOURCES_URL: sourcesUrl },
    },
    log: pino({ level: 'silent' }),
  };
  return new MockActivityEnvironment({ attempt }).run(() => run(deps));
}

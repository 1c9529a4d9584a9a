import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../db/client';
import type { Vault } from '../db/crypto/vault';
import type { LoanGateway } from './gateway/loan-gateway';
import type { ApiSettings } from './settings';

/** Business time: the system's where `clockId` is null, else the test clock's. */
export interface Clock {
  now(clockId: string | null): Promise<Date>;
}

/** Everything the API needs from its surroundings; `server.ts` and the tests wire it. */
export interface ApiDeps {
  settings: ApiSettings;
  db: Db;
  vault: Vault;
  loans: LoanGateway;
  clock: Clock;
  log: FastifyBaseLogger;
}

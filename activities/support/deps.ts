import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import type { ContractPrinter } from '../../documents/printer';
import type { Sealer } from '../../providers/esign/sealer';
import type { PaymentClient } from '../../providers/payments/port';
import type { RuleEngine } from '../../providers/rules/rule-engine';
import type { SourceClient } from '../../providers/sources/port';

/** What the lender's house fixes for all loans. */
export interface LenderSettings {
  lenderName: string;
  /** Minutes east of UTC of the business day (Asia/Shanghai: 480). */
  utcOffsetMinutes: number;
  /** Whether approvals sent as bare signals count; a signal proves no identity. Off by default in production. */
  signalDecisions: boolean;
  /** Values of the environment that policy rows refer to by name (addresses of outside sources). */
  addresses: Readonly<Record<string, string>>;
}

/** Everything that activities touch; made once by the worker. */
export interface ActivityDeps {
  db: Db;
  vault: Vault;
  sources: SourceClient;
  payments: PaymentClient;
  rules: RuleEngine;
  printer: ContractPrinter;
  sealer: Sealer;
  settings: LenderSettings;
  log: Logger;
}

import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import type { ContractInput, LenderParty } from '../../documents/contract-input';
import type { DemandLetterInput } from '../../documents/letters/demand-letter';
import type { SettlementCertificateInput } from '../../documents/letters/settlement-certificate';
import type { Sealer } from '../../providers/esign/sealer';
import type { PaymentClient } from '../../providers/payments/port';
import type { RuleEngine } from '../../providers/rules/rule-engine';
import type { SourceClient } from '../../providers/sources/port';

/** What the lender's house fixes for all loans. */
export interface LenderSettings {
  lender: LenderParty;
  /** Minutes east of UTC of the business day (Asia/Shanghai: 480). */
  utcOffsetMinutes: number;
  /** Whether approvals sent as bare signals count; a signal proves no identity. Off by default in production. */
  signalDecisions: boolean;
  /** Values of the environment that policy rows refer to by name (addresses of outside sources). */
  addresses: Readonly<Record<string, string>>;
}

/** Makes the papers of a loan; typesetting is heavy, so the worker may do it in threads. */
export interface Papers {
  contract(input: ContractInput): Promise<Buffer>;
  certificate(input: SettlementCertificateInput): Promise<Buffer>;
  demandLetter(input: DemandLetterInput): Promise<Buffer>;
}

/** Everything that activities touch; made once by the worker. */
export interface ActivityDeps {
  db: Db;
  vault: Vault;
  sources: SourceClient;
  payments: PaymentClient;
  rules: RuleEngine;
  papers: Papers;
  sealer: Sealer;
  settings: LenderSettings;
  log: Logger;
}

import type { z } from 'zod';
import type { PolicyKind } from './kinds';
import {
  AuthorityBody,
  ChecklistBody,
  ConsentTextBody,
  EntryRulesBody,
  LimitsBody,
  PriceTableBody,
  RateCapBody,
  ReasonCodesBody,
  SourceBody,
} from './origination';
import { ProductBody } from './product';
import { ScorecardBody } from './scorecard';
import {
  CalendarBody,
  CollectionStrategyBody,
  ContractTemplateBody,
  ExchangeRatesBody,
  FormBody,
  MessageTemplateBody,
  PenaltyBody,
  ProvisioningBody,
  ReferenceRateBody,
} from './servicing';

/** The schema that guards the body of each kind, when it is written and again when it is read. */
export const POLICY_BODIES = {
  product: ProductBody,
  entry_rules: EntryRulesBody,
  checklist: ChecklistBody,
  scorecard: ScorecardBody,
  price_table: PriceTableBody,
  authority: AuthorityBody,
  limits: LimitsBody,
  collection_strategy: CollectionStrategyBody,
  provisioning: ProvisioningBody,
  calendar: CalendarBody,
  rate_cap: RateCapBody,
  message_template: MessageTemplateBody,
  contract_template: ContractTemplateBody,
  consent_text: ConsentTextBody,
  form: FormBody,
  reason_codes: ReasonCodesBody,
  source: SourceBody,
  penalty: PenaltyBody,
  reference_rate: ReferenceRateBody,
  exchange_rates: ExchangeRatesBody,
} as const satisfies Record<PolicyKind, z.ZodType>;

/** The body type of one kind. */
export type PolicyBody<K extends PolicyKind> = z.infer<(typeof POLICY_BODIES)[K]>;

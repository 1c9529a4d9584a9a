import { authoritySeeds } from './authority';
import { calendarSeeds } from './calendars';
import { checklistSeeds } from './checklists';
import { collectionSeeds } from './collections';
import { companyScorecardSeed } from './company-scorecard';
import { consentSeeds } from './consents';
import { creditRuleSeeds } from './credit-rules';
import { entryRuleSeeds } from './entry-rules';
import { exchangeRateSeeds } from './exchange-rates';
import { limitSeeds, penaltySeeds, provisioningSeeds, rateCapSeeds } from './limits';
import { personScorecardSeed } from './person-scorecard';
import { priceTableSeeds } from './price-tables';
import { productSeeds } from './products';
import { reasonCodeSeeds } from './reason-codes';
import { referenceRateSeeds } from './reference-rates';
import type { SeedRow } from './seed-row';
import { sourceSeeds } from './sources';

/** Everything that a new lender starts with; from then on its own people change it, version by version. */
export const POLICY_SEEDS: readonly SeedRow[] = [
  ...productSeeds,
  ...entryRuleSeeds,
  ...creditRuleSeeds,
  ...checklistSeeds,
  personScorecardSeed,
  companyScorecardSeed,
  ...priceTableSeeds,
  ...authoritySeeds,
  ...limitSeeds,
  ...rateCapSeeds,
  ...penaltySeeds,
  ...provisioningSeeds,
  ...collectionSeeds,
  ...consentSeeds,
  ...reasonCodeSeeds,
  ...sourceSeeds,
  ...calendarSeeds,
  ...referenceRateSeeds,
  ...exchangeRateSeeds,
];

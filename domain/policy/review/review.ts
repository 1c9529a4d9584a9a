import { ROLES } from '../../../contracts/http/roles';
import type { PolicyContent } from '../../../contracts/policy/studio';
import type { Finding } from './finding';
import { reviewAuthority } from './review-authority';
import {
  reviewCalendar,
  reviewChecklist,
  reviewExchangeRates,
  reviewLimits,
  reviewRateCap,
  reviewReferenceRate,
} from './review-plain';
import { reviewProduct } from './review-product';
import { reviewEntryRules, reviewPrices } from './review-rules';
import { reviewScorecard } from './review-scorecard';
import type { Shelf } from './shelf';

/** Judges a draft against all that is in force: what keeps it from being handed in, and what to look at. */
export function reviewContent(content: PolicyContent, code: string, shelf: Shelf): Finding[] {
  switch (content.kind) {
    case 'product':
      return reviewProduct(content.form, code, shelf);
    case 'checklist':
      return reviewChecklist(content.form);
    case 'entry_rules':
      return reviewEntryRules(content.form.table, code, shelf);
    case 'scorecard':
      return reviewScorecard(content.form, code, shelf);
    case 'price_table':
      return reviewPrices(content.form.table, code, shelf);
    case 'authority':
      return reviewAuthority(content.form, code, shelf, ROLES);
    case 'limits':
      return reviewLimits(content.form);
    case 'calendar':
      return reviewCalendar(content.form, code, shelf);
    case 'rate_cap':
      return reviewRateCap(content.form);
    case 'penalty':
      return [];
    case 'reference_rate':
      return reviewReferenceRate(content.form);
    case 'exchange_rates':
      return reviewExchangeRates(content.form, code, shelf);
  }
}

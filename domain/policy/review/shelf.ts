import type { PolicyBody } from '../../../contracts/policy/bodies';
import type { PolicyKind } from '../../../contracts/policy/kinds';
import type { ProductBody } from '../../../contracts/policy/product';
import type { ScorecardBody } from '../../../contracts/policy/scorecard';
import { HOUSE_CURRENCY } from '../../money/convert';
import { HOUSE_RATES } from '../exchange-rates';
import type { CountedIn } from '../facts/say-value';
import type { Policy } from '../policy';
import type { OpenWords } from '../table/atoms';

/** All policies in force on a day, which a draft is judged against. */
export class Shelf {
  readonly #byName: ReadonlyMap<string, Policy<PolicyKind>>;

  constructor(
    readonly on: string,
    policies: readonly Policy<PolicyKind>[],
  ) {
    this.#byName = new Map(policies.map((policy) => [`${policy.ref.kind}/${policy.ref.code}`, policy]));
  }

  /** The body in force under a name. */
  find<K extends PolicyKind>(kind: K, code: string): PolicyBody<K> | undefined {
    const found = this.#byName.get(`${kind}/${code}`);
    return found?.body as PolicyBody<K> | undefined;
  }

  all<K extends PolicyKind>(kind: K): Policy<K>[] {
    return [...this.#byName.values()].filter((policy): policy is Policy<K> => policy.ref.kind === kind);
  }

  /** Products that name a policy. */
  productsUsing(kind: PolicyKind, code: string): ProductBody[] {
    return this.all('product')
      .map(({ body }) => body)
      .filter((body) => isUsed(body, kind, code));
  }

  /** A decision holds a policy's amounts against those of a loan as they stand, so they count in the currency that is lent. */
  countedIn(kind: PolicyKind, code: string): CountedIn {
    return oneCurrency(this.productsUsing(kind, code));
  }

  reasonCodes(): Set<string> {
    return new Set(this.all('reason_codes').flatMap(({ body }) => body.reasons.map(({ code }) => code)));
  }

  /** Products on offer, the grades that the cards of some products give, and what those count amounts in. */
  openWords(products: readonly ProductBody[]): OpenWords {
    const users = products.length > 0 ? products : this.all('product').map(({ body }) => body);
    const cards = users.flatMap(({ policies }) => this.find('scorecard', policies.scorecard) ?? []);
    return {
      countedIn: oneCurrency(products),
      product: this.all('product').map(({ ref }) => ref.code),
      grade: [...new Set(cards.flatMap(gradesOf))],
    };
  }
}

/** The currency of some products: the house's own where there are none yet, null where they differ. */
function oneCurrency(products: readonly ProductBody[]): CountedIn {
  const [first = 'CNY', ...others] = new Set(products.map(({ currency }) => currency));
  return others.length > 0 ? null : first;
}

/** Grades that a card gives, best first. */
export function gradesOf(card: ScorecardBody): string[] {
  return card.grades.map(({ grade }) => grade);
}

const PLACES: Readonly<Partial<Record<PolicyKind, readonly (keyof ProductBody['policies'])[]>>> = {
  entry_rules: ['entryRules', 'creditRules'],
  checklist: ['checklist'],
  scorecard: ['scorecard'],
  price_table: ['priceTable'],
  authority: ['authority'],
  limits: ['limits'],
  collection_strategy: ['collectionStrategy'],
  provisioning: ['provisioning'],
  calendar: ['calendar'],
  rate_cap: ['rateCap'],
  penalty: ['penalty'],
  contract_template: ['contractTemplate'],
  reason_codes: ['reasonCodes'],
};

/** Whether a product names a policy. */
export function isUsed(product: ProductBody, kind: PolicyKind, code: string): boolean {
  if (kind === 'product') return product.code === code;
  if (kind === 'reference_rate') return product.repricing.kind !== 'fixed';
  if (kind === 'exchange_rates') return code === HOUSE_RATES && product.currency !== HOUSE_CURRENCY;
  if (kind === 'consent_text') return product.consents.includes(code);
  if (kind === 'source') return product.sources.includes(code);
  return (PLACES[kind] ?? []).some((place) => product.policies[place] === code);
}

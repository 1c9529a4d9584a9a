import type { Currency } from '../money/currency';
import { type CostCap, passesCap } from './cap';
import type { AnnualCost, CostItem } from './cost-of';
import { percentText } from './irr';

/** Who collects a charge and what people call it; every collector must be named, partners too. */
export interface Collector {
  readonly code: string;
  readonly name: string;
  readonly organisation: string;
}

/** What the borrower bears only on default or early repayment, in the words of the contract. */
export interface DefaultCosts {
  readonly overduePenalty: string;
  readonly misappropriationPenalty: string;
  readonly prepaymentPenalty: string;
}

export interface DisclosedItem {
  readonly code: string;
  readonly name: string;
  readonly organisation: string;
  readonly way: CostItem['way'];
  readonly amountMinor: bigint;
  /** Share of the principal over the whole term. */
  readonly ofPrincipalPercent: string;
}

/** 综合融资成本明示表: what must be shown before signing (金规〔2026〕2号), items, annualised cost and costs of default. */
export interface CostDisclosure {
  readonly currency: Currency;
  readonly annualPercent: string;
  readonly basis: CostCap['basis'];
  readonly withinCap: boolean;
  readonly totalCostMinor: bigint;
  readonly items: readonly DisclosedItem[];
  readonly onDefault: DefaultCosts;
}

export interface DisclosureInput {
  readonly currency: Currency;
  readonly principalMinor: bigint;
  readonly cost: AnnualCost;
  readonly cap: CostCap;
  readonly collectors: readonly Collector[];
  readonly onDefault: DefaultCosts;
}

export type DisclosureResult =
  | { readonly ok: true; readonly disclosure: CostDisclosure }
  | { readonly ok: false; readonly code: 'COLLECTOR_MISSING'; readonly item: string };

/** Fills the table; an item without a named collector may not be charged and is refused. */
export function disclosureOf(input: DisclosureInput): DisclosureResult {
  const byCode = new Map(input.collectors.map((collector) => [collector.code, collector]));
  const items: DisclosedItem[] = [];
  for (const { code, way, amountMinor } of input.cost.items) {
    const collector = byCode.get(code);
    if (collector === undefined) return { ok: false, code: 'COLLECTOR_MISSING', item: code };
    const { name, organisation } = collector;
    const ofPrincipalPercent = percentText(Number(amountMinor) / Number(input.principalMinor));
    items.push({ code, name, organisation, way, amountMinor, ofPrincipalPercent });
  }
  return {
    ok: true,
    disclosure: {
      currency: input.currency,
      annualPercent: percentText(input.cost[input.cap.basis]),
      basis: input.cap.basis,
      withinCap: passesCap(input.cost, input.cap),
      totalCostMinor: input.cost.totalCostMinor,
      items,
      onDefault: input.onDefault,
    },
  };
}

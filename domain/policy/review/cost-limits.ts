import type { ProductBody, RepaymentMethod } from '../../../contracts/policy/product';
import { capOn, exceedsCap } from '../../underwriting/rate-cap';
import { tableShares } from '../custom-table';
import { offerCost } from '../offer-cost';
import { rowsOf } from '../periods';
import { feesTakeAll } from '../withheld-fees';
import { blocks, type Finding, type FormPath, warns } from './finding';
import type { Shelf } from './shelf';

const METHODS: Readonly<Record<RepaymentMethod, { zh: string; en: string }>> = {
  'equal-instalment': { zh: '等额本息', en: 'equal instalments' },
  'equal-principal': { zh: '等额本金', en: 'equal principal' },
  'interest-only': { zh: '先息后本', en: 'interest only' },
  bullet: { zh: '到期还本付息', en: 'bullet' },
  flat: { zh: '等本等息', en: 'flat' },
  balloon: { zh: '气球贷', en: 'balloon' },
  'interest-only-first': { zh: '前期只还息', en: 'interest only first' },
  revolving: { zh: '随借随还', en: 'revolving' },
  custom: { zh: '自定义计划', en: 'custom table' },
};
const BASES = { simple: { zh: '单利', en: 'simple' }, compound: { zh: '复利', en: 'compound' } } as const;

/** Whether any term, method and amount of a product at a rate would cost more a year than the cap allows (法发〔2017〕22号). */
export function aboveCap(
  shelf: Shelf,
  product: ProductBody,
  rate: { readonly bps: number; readonly months: readonly number[]; readonly path: FormPath },
): Finding[] {
  const caps = shelf.find('rate_cap', product.policies.rateCap);
  const cap = caps && capOn(caps, shelf.on);
  const calendar = shelf.find('calendar', product.policies.calendar);
  if (!cap || !calendar) return [];
  // A due date moved by a holiday changes the cost by days, and no calendar is published for the whole term.
  const plain = { ...product, repayment: { ...product.repayment, holidayRule: 'none' as const } };
  const costOf = offerCost({ product: plain, calendar }, shelf.on);
  for (const method of product.repayment.methods) {
    for (const termMonths of rate.months) {
      if (!canBeLaid(product, method, termMonths)) continue;
      for (const amount of [product.minAmountMinor, product.maxAmountMinor]) {
        if (feesTakeAll(product, BigInt(amount))) continue;
        const cost = costOf({ amountMinor: BigInt(amount), rateBps: rate.bps, termMonths, method });
        if (!exceedsCap(cap, cost)) continue;
        const found = cap.severity === 'block' ? blocks : warns;
        const percent = ((cap.basis === 'simple' ? cost.simple : cost.compound) * 100).toFixed(2);
        const params = { product: product.names, method: METHODS[method], basis: BASES[cap.basis] };
        const figures = { months: String(termMonths), cost: percent, cap: cap.capPercent };
        return [found('COST_ABOVE_CAP', rate.path, { ...params, ...figures })];
      }
    }
  }
  return [];
}

/** Whether a draft says enough for a plan to be laid; what it lacks is found by itself. */
function canBeLaid({ repayment }: ProductBody, method: RepaymentMethod, termMonths: number): boolean {
  if (method === 'custom') return tableShares(repayment, termMonths) !== null;
  return repayment.dueAt !== 'period-start' || rowsOf(repayment, termMonths) > 1;
}

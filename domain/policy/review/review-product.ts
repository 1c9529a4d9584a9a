import type { PolicyKind } from '../../../contracts/policy/kinds';
import { ALLOCATION_ITEMS, type ProductBody } from '../../../contracts/policy/product';
import { minorDigits } from '../../money/currency';
import { sharesRows } from '../../schedule/full-term';
import { stagesOf } from '../../servicing/drawing';
import { currencyOf } from '../account-terms';
import { HOUSE_RATES, isConvertible } from '../exchange-rates';
import { leavesPart, monthsOf, periodOf, rowsOf } from '../periods';
import { LPR } from '../reference-rate';
import { aboveCap } from './cost-limits';
import { blocks, type Finding, warns } from './finding';
import { pricesAboveCap } from './price-limits';
import { reviewFees } from './review-fees';
import { reviewMethods, reviewStart } from './review-methods';
import type { Shelf } from './shelf';

const GOVERNED: readonly (readonly [keyof ProductBody['policies'], PolicyKind, zh: string, en: string])[] = [
  ['entryRules', 'entry_rules', '准入规则', 'entry rules'],
  ['creditRules', 'entry_rules', '信用规则', 'credit rules'],
  ['checklist', 'checklist', '资料清单', 'checklist'],
  ['scorecard', 'scorecard', '评分卡', 'score card'],
  ['priceTable', 'price_table', '定价表', 'price table'],
  ['authority', 'authority', '审批权限', 'authority'],
  ['limits', 'limits', '限额', 'limits'],
  ['collectionStrategy', 'collection_strategy', '催收策略', 'collection strategy'],
  ['provisioning', 'provisioning', '拨备', 'provisioning'],
  ['calendar', 'calendar', '日历', 'calendar'],
  ['rateCap', 'rate_cap', '利率上限', 'rate cap'],
  ['penalty', 'penalty', '罚息', 'penalty'],
  ['reasonCodes', 'reason_codes', '原因代码', 'reason codes'],
];

/** Whether a product can be lent: amounts and terms that agree, policies that exist, a price below the cap. */
export function reviewProduct(product: ProductBody, code: string, shelf: Shelf): Finding[] {
  return [
    ...(product.code === code ? [] : [blocks('CODE_DIFFERS', ['code'])]),
    ...reviewAmounts(product),
    ...reviewTerms(product),
    ...reviewDrawing(product),
    ...reviewRevolving(product),
    ...reviewFlat(product),
    ...reviewFees(product),
    ...reviewAllocation(product),
    ...reviewNames(product, shelf),
    ...reviewCurrency(product, shelf),
    ...aboveCap(shelf, product, {
      bps: product.baseRateBps,
      months: product.termsMonths,
      path: ['baseRateBps'],
    }),
    ...pricesAboveCap(shelf, product),
  ];
}

function reviewAmounts({ minAmountMinor, maxAmountMinor, stepMinor }: ProductBody): Finding[] {
  const [least, most, step] = [BigInt(minAmountMinor), BigInt(maxAmountMinor), BigInt(stepMinor)];
  if (step <= 0n) return [blocks('STEP_UNFIT', ['stepMinor'])];
  return [
    ...(least > most ? [blocks('RANGE_REVERSED', ['minAmountMinor'])] : []),
    ...(least % step === 0n ? [] : [warns('STEP_UNFIT', ['minAmountMinor'])]),
    ...(most % step === 0n ? [] : [warns('STEP_UNFIT', ['maxAmountMinor'])]),
  ];
}

function reviewTerms(product: ProductBody): Finding[] {
  const { termsMonths, purposes, repayment } = product;
  const period = String(monthsOf(repayment, 1));
  return [
    ...twice(termsMonths.map(String), 'termsMonths'),
    ...twice(purposes, 'purposes'),
    ...twice(repayment.methods, 'methods'),
    ...reviewMethods(termsMonths, repayment),
    ...reviewStart(product),
    ...reviewGrace(termsMonths, repayment),
    ...reviewDays(repayment),
    ...reviewRounding(product),
    ...termsMonths.flatMap((months, at) =>
      leavesPart(repayment, months)
        ? [warns('METHOD_UNFIT', ['termsMonths', at], { months: String(months), period })]
        : [],
    ),
  ];
}

/** A day of the month needs periods of months, and equal methods may not wait for a whole period first (docs/quote.md). */
function reviewDays({ dueDay, methods, ...repayment }: ProductBody['repayment']): Finding[] {
  if (dueDay.mode === 'same-day') return [];
  const { unit } = periodOf(repayment);
  if (unit === 'day' || unit === 'week') return [blocks('DUE_DAY_UNFIT', ['repayment', 'dueDay'])];
  const equal = methods.some((method) => method === 'equal-instalment' || method === 'equal-principal');
  return dueDay.first === 'after-whole-period' && equal
    ? [blocks('FIRST_DUE_UNFIT', ['repayment', 'dueDay', 'first'])]
    : [];
}

function reviewRounding({ currency, repayment }: ProductBody): Finding[] {
  const digits = minorDigits[currencyOf(currency)];
  return (repayment.roundingDecimals ?? digits) > digits
    ? [blocks('ROUNDING_UNFIT', ['repayment', 'roundingDecimals'], { digits: String(digits) })]
    : [];
}

/** Every term must leave a row that repays principal, and one that interest can move to. */
function reviewGrace(termsMonths: readonly number[], repayment: ProductBody['repayment']): Finding[] {
  const rows = rowsOf(repayment, Math.min(...termsMonths));
  return (['principalGracePeriods', 'interestGracePeriods'] as const).flatMap((field) =>
    (repayment[field] ?? 0) < rows
      ? []
      : [blocks('GRACE_UNFIT', ['repayment', field], { rows: String(rows) })],
  );
}

/** Entries of a list that stand there again. */
export function twice(entries: readonly string[], list: string): Finding[] {
  return entries.flatMap((what, at) =>
    entries.indexOf(what) < at ? [blocks('TWICE', [list, at], { what })] : [],
  );
}

/** 分次提款: a later payout with a term of its own needs rows that payouts can share. */
function reviewDrawing(product: ProductBody): Finding[] {
  const staged = stagesOf(product);
  if (staged === null) return [];
  const {
    methods,
    principalGracePeriods = 0,
    interestGracePeriods = 0,
    interestFreePeriods = 0,
    interestFreeDays = 0,
  } = product.repayment;
  const grace = principalGracePeriods + interestGracePeriods + interestFreePeriods + interestFreeDays > 0;
  const ownTerms = !grace && methods.every(sharesRows);
  return [
    ...(staged.term === 'full' && !(ownTerms && product.repayment.dueAt !== 'period-start')
      ? [blocks('DRAW_TERM_UNFIT', ['drawing', 'term'])]
      : []),
    ...(BigInt(staged.minDrawMinor) > BigInt(product.maxAmountMinor)
      ? [blocks('RANGE_REVERSED', ['drawing', 'minDrawMinor'])]
      : []),
  ];
}

/** 随借随还: drawn in stages, interest by day, and repaid at any time without a fee, each repayment being principal at once. */
function reviewRevolving(product: ProductBody): Finding[] {
  const { repayment, prepayment, excess } = product;
  if (!repayment.methods.includes('revolving')) return [];
  const asked: readonly (readonly [boolean, string[]])[] = [
    [stagesOf(product) !== null, ['drawing']],
    [repayment.interest === 'by-day', ['repayment', 'interest']],
    [prepayment.allowed, ['prepayment', 'allowed']],
    [prepayment.fees.length === 0, ['prepayment', 'fees']],
    [excess !== 'suspense', ['excess']],
  ];
  return asked.flatMap(([fits, path]) => (fits ? [] : [blocks('REVOLVING_UNFIT', path)]));
}

/** 等本等息 by day on what is owed would not be flat, and ask for less than its contract shows. */
function reviewFlat({ repayment, recalculation }: ProductBody): Finding[] {
  const both = repayment.methods.includes('flat') && recalculation === 'daily';
  return both ? [blocks('FLAT_RECALCULATED', ['recalculation'])] : [];
}

function reviewAllocation({ allocation }: ProductBody): Finding[] {
  const orders = allocation.flatMap(({ order }, at) =>
    new Set(order).size === ALLOCATION_ITEMS.length
      ? []
      : [blocks('ALLOCATION_UNFIT', ['allocation', at, 'order'])],
  );
  return allocation[0]?.fromDaysOverdue === 0
    ? orders
    : [...orders, blocks('ALLOCATION_UNFIT', ['allocation', 0, 'fromDaysOverdue'])];
}

/** What is lent in another currency is held against limits in that of the house. */
function reviewCurrency({ currency }: ProductBody, shelf: Shelf): Finding[] {
  return isConvertible(currency, shelf.find('exchange_rates', HOUSE_RATES))
    ? []
    : [blocks('RATE_MISSING', ['currency'], { currency })];
}

function reviewNames({ policies, consents, sources, repricing }: ProductBody, shelf: Shelf): Finding[] {
  const missing = (kind: { zh: string; en: string }, code: string, path: (string | number)[]) =>
    blocks('POLICY_MISSING', path, { kind, code });
  return [
    ...GOVERNED.flatMap(([place, kind, zh, en]) =>
      shelf.find(kind, policies[place]) === undefined
        ? [missing({ zh, en }, policies[place], ['policies', place])]
        : [],
    ),
    ...consents.flatMap((code, at) =>
      shelf.find('consent_text', code) === undefined
        ? [missing({ zh: '授权文本', en: 'consent text' }, code, ['consents', at])]
        : [],
    ),
    ...(repricing.kind !== 'fixed' && shelf.find('reference_rate', LPR) === undefined
      ? [missing({ zh: 'LPR 利率表', en: 'loan prime rate' }, LPR, ['repricing'])]
      : []),
    ...sources.flatMap((code, at) =>
      shelf.find('source', code) === undefined
        ? [missing({ zh: '数据来源', en: 'source' }, code, ['sources', at])]
        : [],
    ),
  ];
}

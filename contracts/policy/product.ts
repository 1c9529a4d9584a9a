import { z } from 'zod';
import { AmountMinor, Bilingual, Bps, Code, CustomerType, DecimalText } from './body-parts';

/** 等额本息, 等额本金, 先息后本, 到期一次还本付息. */
export const REPAYMENT_METHODS = ['equal_instalment', 'equal_principal', 'interest_first', 'bullet'] as const;
export const RepaymentMethod = z.enum(REPAYMENT_METHODS);
export type RepaymentMethod = z.infer<typeof RepaymentMethod>;

/** How instalments are laid out; the schedule engine reads exactly these. */
const Repayment = z.strictObject({
  methods: z.array(RepaymentMethod).min(1),
  dayCount: z.enum(['30/360', 'actual/360', 'actual/365', 'actual/actual']),
  interestBy: z.enum(['period', 'day']),
  rounding: z.enum(['half-up', 'half-even', 'down', 'up']),
  monthsPerPeriod: z.int().min(1).max(12),
  /** 对月对日, or a fixed day of the month (1–28). */
  dueDay: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('same_day') }),
    z.strictObject({ mode: z.literal('fixed_day'), day: z.int().min(1).max(28) }),
  ]),
  oddDays: z.enum(['actual', 'add-on']),
  /** A first period shorter than this moves the first due date one period on. */
  firstPeriodMinDays: z.int().min(0).max(31),
  holidayRule: z.enum(['none', 'next', 'grace']),
});

/** 宽限期: paid inside it there is no penalty; after it, penalty counts from the due date when `retroactive`. */
const Grace = z.strictObject({ days: z.int().min(0).max(15), retroactive: z.boolean() });

/** What a payment settles first: 费用, 罚息, 复利, 利息, 本金 in which order, and instalment by instalment or item by item. */
export const ALLOCATION_ITEMS = ['fee', 'penalty', 'compound', 'interest', 'principal'] as const;
const Allocation = z.strictObject({
  order: z.array(z.enum(ALLOCATION_ITEMS)).length(ALLOCATION_ITEMS.length),
  orderWhenNonAccrual: z.array(z.enum(ALLOCATION_ITEMS)).length(ALLOCATION_ITEMS.length),
  scan: z.enum(['instalment_first', 'item_first']),
});

const Fee = z.strictObject({
  code: Code,
  names: Bilingual,
  /** Once at payout (never deducted from it, 民法典 670) or with each instalment. */
  when: z.enum(['first_instalment', 'each_instalment', 'late']),
  amount: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), amountMinor: AmountMinor }),
    z.strictObject({ kind: z.literal('share_of_principal'), ratePpm: z.int().min(0).max(1_000_000) }),
  ]),
});

/** 提前还款违约金: the first row whose month is not yet over applies; none left means no fee. */
const Prepayment = z.strictObject({
  allowed: z.boolean(),
  ways: z.array(z.enum(['payoff', 'shorter_term', 'lower_instalment'])),
  minAmountMinor: AmountMinor,
  feeRows: z.array(z.strictObject({ throughMonth: z.int().min(1), feeBps: Bps })),
});

/** Codes of the policies that govern applications and loans of the product. */
const Governed = z.strictObject({
  entryRules: Code,
  checklist: Code,
  scorecard: Code,
  priceTable: Code,
  authority: Code,
  limits: Code,
  collectionStrategy: Code,
  provisioning: Code,
  calendar: Code,
  rateCap: Code,
  penalty: Code,
  contractTemplate: Code,
  reasonCodes: Code,
});
export type Governed = z.infer<typeof Governed>;

/** Days and hours the applicant has at each wait, and when to be reminded. */
const Waits = z.strictObject({
  supplementDays: z.int().min(1).max(90),
  supplementRoundsMax: z.int().min(1).max(10),
  consentDays: z.int().min(1).max(90),
  offerDays: z.int().min(1).max(90),
  accountCorrectionDays: z.int().min(1).max(90),
  declineReviewDays: z.int().min(0).max(90),
  remindBeforeDays: z.int().min(0).max(30),
  coolingOffHours: z.int().min(0).max(720),
});

const Servicing = z.strictObject({
  remindBeforeDueDays: z.int().min(0).max(15),
  /** Days after the due date on which an unpaid debit is tried again. */
  debitRetryDays: z.array(z.int().min(0).max(90)),
  bounceWindowDays: z.int().min(0).max(60),
  writeOffFromDays: z.int().min(90).max(720),
});

/** How the annualised total cost is counted: 单利 (i × 12) or 复利; on months or on real dates (actual/365). */
const Cost = z.strictObject({
  basis: z.enum(['simple', 'compound']),
  convention: z.enum(['monthly_irr', 'xirr_365']),
});

/** A loan product, all of it data: what is lent to whom, on which terms, under which policies. */
export const ProductBody = z.strictObject({
  code: Code,
  names: Bilingual,
  summary: Bilingual,
  customerType: CustomerType,
  /** Consumer credit has stricter limits on use, term and price than business credit. */
  category: z.enum(['consumer', 'car', 'personal_business', 'corporate']),
  currency: z.string().regex(/^[A-Z]{3}$/),
  minAmountMinor: AmountMinor,
  maxAmountMinor: AmountMinor,
  /** Approved amounts are multiples of this. */
  stepMinor: AmountMinor,
  termsMonths: z.array(z.int().min(1).max(360)).min(1),
  purposes: z.array(Code).min(1),
  /** The rate shown before grading; what is charged comes from the price table. */
  baseRateBps: Bps,
  rateType: z.enum(['fixed', 'floating']),
  repayment: Repayment,
  grace: Grace,
  allocation: Allocation,
  fees: z.array(Fee),
  prepayment: Prepayment,
  policies: Governed,
  consents: z.array(Code).min(1),
  sources: z.array(Code).min(1),
  waits: Waits,
  servicing: Servicing,
  cost: Cost,
  /** Lowest share of the applied amount worth offering, in percent; below it the answer is no. */
  minOfferPercent: DecimalText,
});
export type ProductBody = z.infer<typeof ProductBody>;

import { z } from 'zod';
import { AmountMinor, Bilingual, Bps, Code, CustomerType, LprTenor } from './body-parts';

/** 等额本息, 等额本金, 先息后本, 到期一次还本付息, 等本等息, 气球贷, 前若干期只还息, 随借随还, 自定义计划; the words of the schedule engine (domain/schedule/terms.ts). */
export const REPAYMENT_METHODS = [
  'equal-instalment',
  'equal-principal',
  'interest-only',
  'bullet',
  'flat',
  'balloon',
  'interest-only-first',
  'revolving',
  'custom',
] as const;
export const RepaymentMethod = z.enum(REPAYMENT_METHODS);
export type RepaymentMethod = z.infer<typeof RepaymentMethod>;

/** 自定义计划 of one offered term: the share of the principal that each row repays, in millionths; rows fall due by the product's periods. */
const CustomTable = z.strictObject({
  termMonths: z.int().min(1).max(360),
  sharesPpm: z.array(z.int().min(0).max(1_000_000)).min(1).max(1_200),
});

/** How instalments are laid out; the schedule engine reads exactly these. */
const Repayment = z.strictObject({
  methods: z.array(RepaymentMethod).min(1),
  /** 气球贷: share of the principal that is left for the last row; what a `balloon` needs. */
  balloonPercent: z.int().min(1).max(99).optional(),
  /** Rows of interest alone, and how the rest is repaid; what `interest-only-first` needs. */
  interestOnlyFirst: z
    .strictObject({
      periods: z.int().min(1).max(360),
      // biome-ignore lint/suspicious/noThenProperty: the field of the schedule engine; it holds text, nothing awaits it
      then: z.enum(['equal-instalment', 'equal-principal']),
    })
    .optional(),
  /** A table for each offered term; what `custom` needs. Its interest goes by days. */
  customTables: z.array(CustomTable).optional(),
  /** 首付: share of each payout that falls due with it, as a row of its own that bore no interest. */
  downPaymentPercent: z.int().min(1).max(99).optional(),
  /** Rows fall due at the end of their period (if left out), or at its start (期初付), the first with the payout. */
  dueAt: z.enum(['period-end', 'period-start']).optional(),
  dayCount: z.enum(['30/360', 'actual/360', 'actual/365', 'actual/actual', 'actual/actual-feb29']),
  interest: z.enum(['per-period', 'by-day']),
  /** Whose way of reckoning: it says how the instalment is found and who bears the odd cents (docs/quote.md); `china` if left out. */
  convention: z.enum(['china', 'unequal-annuity', 'constant-rate']).optional(),
  rounding: z.enum(['half-up', 'half-even', 'half-down', 'up', 'down', 'floor', 'ceil']),
  /** Amounts to so many decimals of the currency; all that it has if left out. */
  roundingDecimals: z.int().min(0).max(2).optional(),
  /** Length of a period; the terms of the product stay months. */
  period: z
    .strictObject({ unit: z.enum(['day', 'week', 'month', 'year']), every: z.int().min(1).max(366) })
    .optional(),
  /** The period in months, of products published before periods had a unit. */
  monthsPerPeriod: z.int().min(1).max(12).optional(),
  /** 对月对日, or a fixed day of the month; 29 to 31 fall on a shorter month's end as `monthEnd` says. */
  dueDay: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('same-day') }),
    z.strictObject({
      mode: z.literal('fixed-day'),
      dayOfMonth: z.int().min(1).max(31),
      first: z.enum(['even-if-short', 'after-whole-period', 'next-month', 'standard-quarter']),
    }),
  ]),
  oddFirst: z.enum(['actual', 'add-on', 'one-period']),
  holidayRule: z.enum(['none', 'next', 'grace']),
  /** A due day that a month lacks: its last day (if left out), or the 1st of the next. */
  monthEnd: z.enum(['clamp', 'roll']).optional(),
  /** Instalments in multiples of this; 0 or left out: to the cent. */
  instalmentMultipleMinor: AmountMinor.optional(),
  /** 宽限期: rows without principal, and rows whose interest moves to the first row after them. */
  principalGracePeriods: z.int().min(0).max(60).optional(),
  interestGracePeriods: z.int().min(0).max(60).optional(),
  /** 免息期数: the first rows, which bear no interest. */
  interestFreePeriods: z.int().min(0).max(60).optional(),
  /** 免息天数, from the payout on. */
  interestFreeDays: z.int().min(0).max(365).optional(),
});

/** 宽限期: paid inside it nothing is charged; after it, penalty counts from the due date or from its end. */
const Grace = z.strictObject({
  days: z.int().min(0).max(15),
  afterGrace: z.enum(['from-due-date', 'from-end-of-grace']),
});

/** What a payment settles first: 费用, 罚息, 复利, 利息, 本金 in which order, and instalment by instalment or item by item. */
export const ALLOCATION_ITEMS = ['fee', 'penalty', 'compound', 'interest', 'principal'] as const;
const AllocationRule = z.strictObject({
  fromDaysOverdue: z.int().min(0),
  order: z.array(z.enum(ALLOCATION_ITEMS)).length(ALLOCATION_ITEMS.length),
  scan: z.enum(['instalment-first', 'item-first']),
});

const Fee = z.strictObject({
  code: Code,
  names: Bilingual,
  /** Due at payout, with each instalment, or once, months after the payout. */
  when: z.enum(['upfront', 'each-row', 'after-months']),
  /** Paid by the borrower (if left out), or kept back from the payout, which the law of CNY products forbids (民法典 670). */
  taken: z.enum(['paid', 'withheld']).optional(),
  /** What `after-months` needs; the fee falls due with the instalment of that day or the next one after it. */
  afterMonths: z.int().min(1).max(360).optional(),
  amount: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), amountMinor: AmountMinor }),
    z.strictObject({
      kind: z.literal('rate'),
      base: z.enum(['principal', 'balance']),
      ratePpm: z.int().min(0).max(1_000_000),
    }),
  ]),
});

/** 提前还款: which ways, and the fee while the loan is younger than so many months; none left means no fee. */
const Prepayment = z.strictObject({
  allowed: z.boolean(),
  ways: z.array(z.enum(['payoff', 'shorter_term', 'lower_instalment'])),
  minAmountMinor: AmountMinor,
  fees: z.array(z.strictObject({ beforeMonths: z.int().min(1), feeBps: Bps })),
  runningInterest: z.enum(['collected', 'next-due']),
});

/** 分次提款: the approved amount may be drawn in several payouts; `revolving` (随借随还) needs it, and draws again what was repaid. */
const Staged = z.strictObject({
  kind: z.literal('staged'),
  /** Payouts in all, the first included. */
  maxDraws: z.int().min(2).max(500),
  /** 提款有效期: months from the first payout in which more may be drawn. */
  availableMonths: z.int().min(1).max(360),
  /** Least amount of a later payout, unless it is all that is left. */
  minDrawMinor: AmountMinor,
  /** A later payout is repaid over the rows that are left, or over a whole term of its own. */
  term: z.enum(['remaining', 'full']),
});
export type StagedDrawing = z.infer<typeof Staged>;
/** How the approved amount is paid out. */
const Drawing = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('at-once') }), Staged]);

/** Codes of the policies that govern applications and loans of the product. */
const Governed = z.strictObject({
  entryRules: Code,
  creditRules: Code,
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
  /** How often documents may be asked for; after that an approver decides on what there is. */
  supplementRoundsMax: z.int().min(1).max(10),
  consentDays: z.int().min(1).max(90),
  offerDays: z.int().min(1).max(90),
  accountCorrectionDays: z.int().min(1).max(90),
  declineReviewDays: z.int().min(0).max(90),
  remindBeforeDays: z.int().min(0).max(30),
  /** 冷静期 after the signature, before any money goes out; the borrower may still withdraw. No law asks for one in general. */
  coolingOffHours: z.int().min(0).max(720),
});

const Servicing = z.strictObject({
  remindBeforeDueDays: z.int().min(0).max(15),
  /** Days after the due date on which an unpaid debit is tried again. */
  debitRetryDays: z.array(z.int().min(0).max(90)),
  bounceWindowDays: z.int().min(0).max(60),
  writeOffFromDays: z.int().min(90).max(720),
});

/** How the annualised total cost is shown: 单利 (i × 12) or 复利. */
const Cost = z.strictObject({ basis: z.enum(['simple', 'compound']) });

/** A loan product, all of it data: what is lent to whom, on which terms, under which policies. */
export const ProductBody = z
  .strictObject({
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
    repayment: Repayment,
    grace: Grace,
    allocation: z.array(AllocationRule).min(1),
    /** Interest of a row stands as planned, or is computed by day on the principal really owed. */
    recalculation: z.enum(['none', 'daily']),
    /** What is paid beyond what is due waits as 溢缴款, or repays principal at once. */
    excess: z.enum(['suspense', 'shorter-term', 'lower-instalment']),
    suspenseAtDue: z.enum(['apply', 'hold']),
    fees: z.array(Fee),
    prepayment: Prepayment,
    /** Left out: all of it at once. */
    drawing: Drawing.optional(),
    /** 重定价: when a running loan follows the LPR of the tenor; its points are what it was priced above the LPR at payout. */
    repricing: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fixed') }),
      z.strictObject({ kind: z.literal('anniversary'), tenor: LprTenor }),
      z.strictObject({ kind: z.literal('january-first'), tenor: LprTenor }),
      z.strictObject({ kind: z.literal('every-months'), months: z.int().min(1).max(60), tenor: LprTenor }),
    ]),
    /** 增值税 contained in interest and fees, in basis points. */
    vat: z.strictObject({ interestBps: Bps, feeBps: Bps }),
    policies: Governed,
    consents: z.array(Code).min(1),
    sources: z.array(Code).min(1),
    waits: Waits,
    servicing: Servicing,
    cost: Cost,
    /** Lowest share of the applied amount worth offering, in percent; below it the answer is no. */
    minOfferPercent: z.int().min(0).max(100),
  })
  .meta({ id: 'ProductForm' });
export type ProductBody = z.infer<typeof ProductBody>;

import { z } from 'zod';
import { AmountMinor, CivilDate } from './body-parts';

export const EDUCATION = [
  'below_high_school',
  'high_school',
  'college',
  'bachelor',
  'master_or_above',
] as const;
export const HOUSING = ['own', 'mortgage', 'rent', 'family', 'dormitory', 'other'] as const;
export const MARITAL = ['single', 'married', 'divorced', 'widowed'] as const;
export const EMPLOYMENT = [
  'employed',
  'self_employed',
  'public_sector',
  'student',
  'retired',
  'unemployed',
] as const;

/** What a person declares of themselves without naming anybody; scored, and compared with what sources say. */
export const DeclaredPerson = z.strictObject({
  kind: z.literal('person'),
  employment: z.enum(EMPLOYMENT),
  jobMonths: z.int().min(0).max(900),
  monthlyIncomeMinor: AmountMinor,
  monthlyDebtMinor: AmountMinor,
  education: z.enum(EDUCATION),
  housing: z.enum(HOUSING),
  marital: z.enum(MARITAL),
  dependants: z.int().min(0).max(20),
  /** Province of residence, first two digits of the area code. */
  residenceProvince: z.string().regex(/^\d{2}$/),
});
export type DeclaredPerson = z.infer<typeof DeclaredPerson>;

/** Signed amount: profit, equity and cash flow can be negative. */
const SignedMinor = z.string().regex(/^(0|-?[1-9]\d{0,17})$/);

/** Yearly statement figures of a company that the grading card reads; averages come from this and the prior year. */
export const FinancialYear = z.strictObject({
  endsOn: CivilDate,
  assetsMinor: AmountMinor,
  liabilitiesMinor: AmountMinor,
  equityMinor: SignedMinor,
  currentAssetsMinor: AmountMinor,
  currentLiabilitiesMinor: AmountMinor,
  inventoryMinor: AmountMinor,
  receivablesMinor: AmountMinor,
  debtMinor: AmountMinor,
  revenueMinor: AmountMinor,
  costMinor: AmountMinor,
  ebitMinor: SignedMinor,
  interestMinor: AmountMinor,
  netIncomeMinor: SignedMinor,
  operatingCashFlowMinor: SignedMinor,
});
export type FinancialYear = z.infer<typeof FinancialYear>;

/** Inputs of the working-capital need (流动资金贷款需求量测算). */
export const WorkingCapitalInputs = z.strictObject({
  lastYearSalesMinor: AmountMinor,
  profitMarginBps: z.int().min(-10_000).max(10_000),
  expectedGrowthBps: z.int().min(-10_000).max(100_000),
  inventoryDays: z.int().min(0).max(2000),
  receivableDays: z.int().min(0).max(2000),
  payableDays: z.int().min(0).max(2000),
  prepaidDays: z.int().min(0).max(2000),
  advanceReceiptDays: z.int().min(0).max(2000),
  ownFundsMinor: AmountMinor,
  existingLoansMinor: AmountMinor,
  otherFundsMinor: AmountMinor,
});
export type WorkingCapitalInputs = z.infer<typeof WorkingCapitalInputs>;

/** What a company declares: two statement years, audit, qualitative facts, and its need of working capital. */
export const DeclaredCompany = z.strictObject({
  kind: z.literal('company'),
  foundedOn: CivilDate,
  industryCode: z.string().regex(/^[A-Z]\d{0,4}$/),
  employees: z.int().min(0).max(10_000_000),
  auditOpinion: z.enum(['clean', 'qualified', 'adverse', 'disclaimer', 'unaudited']),
  year: FinancialYear,
  priorYear: FinancialYear,
  /** Whether the two years before were also loss years is read from these figures and this count. */
  lossYears: z.int().min(0).max(50),
  collateral: z.enum(['none', 'guarantee', 'movable', 'real_estate', 'deposit']),
  bankRelationshipYears: z.int().min(0).max(100),
  ownerRecord: z.enum(['clean', 'minor_overdue', 'bad', 'unknown']),
  workingCapital: WorkingCapitalInputs,
});
export type DeclaredCompany = z.infer<typeof DeclaredCompany>;

/** Declared facts of either kind of customer; personal particulars are stored sealed elsewhere. */
export const Declared = z.discriminatedUnion('kind', [DeclaredPerson, DeclaredCompany]);
export type Declared = z.infer<typeof Declared>;

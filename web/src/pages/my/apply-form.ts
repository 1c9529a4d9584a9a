import type { components } from '../../api/generated';
import { minorOf } from '../../ui/money-text';
import type { RepaymentMethod } from '../../ui/repayment-methods';

type Request = components['schemas']['CreateApplication'];

/** What the form holds; amounts in whole units of the product's currency, since people type those. */
export interface ApplyForm {
  yuan: number;
  /** Of a product that is drawn in stages: what is wanted first; all of it if left empty. */
  firstYuan?: number | null;
  months: number;
  method: RepaymentMethod;
  purpose: string;
  /** Of an account: the bound card, and with it the person it was bound by. */
  bankCardId?: string;
  name?: string;
  idNo?: string;
  phone?: string;
  cardNo?: string;
  income: number;
  debt: number;
  jobMonths: number;
  employment: (typeof CHOICES.employment)[number];
  education: (typeof CHOICES.education)[number];
  housing: (typeof CHOICES.housing)[number];
  marital: (typeof CHOICES.marital)[number];
}

export const CHOICES = {
  employment: ['employed', 'self_employed', 'public_sector', 'student', 'retired', 'unemployed'],
  education: ['below_high_school', 'high_school', 'college', 'bachelor', 'master_or_above'],
  housing: ['own', 'mortgage', 'rent', 'family', 'dormitory', 'other'],
  marital: ['single', 'married', 'divorced', 'widowed'],
} as const;

/** Values that a form begins with: what most people choose, nothing about money. */
export const FIRST_VALUES = {
  employment: 'employed',
  education: 'bachelor',
  housing: 'rent',
  marital: 'single',
  debt: 0,
} as const;

const minor = (typed: number, currency = 'CNY'): string => minorOf(typed, currency) ?? '0';

/** Who applies, and which account is paid out to: those of the account, else as typed. */
function applicantOf({ bankCardId, name = '', idNo = '', phone = '', cardNo = '' }: ApplyForm) {
  if (bankCardId !== undefined) return { customer: { kind: 'account_holder' as const }, bankCardId };
  const customer = { kind: 'person' as const, name, idNo, phone };
  return { customer, payoutAccount: { cardNo, holderName: name } };
}

/** The form as the API takes it, all amounts in the product's currency, since a decision reckons in that; the province of residence is that of the identity number, typed or known. */
export function requestOf(
  values: ApplyForm,
  { code, currency }: { readonly code: string; readonly currency: string | undefined },
  province: string | undefined,
): Omit<Request, 'channel' | 'locale' | 'documents' | 'consents'> {
  const { idNo, employment, education, housing, marital, jobMonths } = values;
  return {
    productCode: code,
    amountMinor: minor(values.yuan, currency),
    ...(values.firstYuan ? { firstDrawMinor: minor(values.firstYuan, currency) } : {}),
    termMonths: values.months,
    purpose: values.purpose,
    method: values.method,
    ...applicantOf(values),
    declared: {
      kind: 'person',
      ...{ employment, education, housing, marital, jobMonths },
      monthlyIncomeMinor: minor(values.income, currency),
      monthlyDebtMinor: minor(values.debt, currency),
      dependants: 0,
      residenceProvince: (idNo ?? province ?? '').slice(0, 2),
    },
  };
}

/** Whose specimen papers fit what was typed so far; nothing before a name and a number are there. */
export function holderOf({ name, idNo, cardNo, income }: Partial<ApplyForm>, currency: string | undefined) {
  if (!name || !idNo) return undefined;
  return {
    ...{ name, idNo },
    ...(cardNo && { cardNo }),
    ...(income && { monthlyIncomeMinor: minor(income, currency) }),
  };
}

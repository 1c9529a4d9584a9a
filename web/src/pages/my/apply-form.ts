import type { components } from '../../api/generated';

type Request = components['schemas']['CreateApplication'];

/** What the form holds; amounts as yuan, since people type yuan. */
export interface ApplyForm {
  yuan: number;
  months: number;
  method: string;
  purpose: string;
  name: string;
  idNo: string;
  phone: string;
  cardNo: string;
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

const METHODS = ['equal-instalment', 'equal-principal', 'interest-only', 'bullet'] as const;

/** Values that a form begins with: what most people choose, nothing about money. */
export const FIRST_VALUES = {
  employment: 'employed',
  education: 'bachelor',
  housing: 'rent',
  marital: 'single',
  debt: 0,
} as const;

const minor = (yuan: number): string => String(Math.round(yuan * 100));

/** The form as the API takes it; the province of residence is that of the identity number. */
export function requestOf(
  values: ApplyForm,
  productCode: string,
): Omit<Request, 'channel' | 'locale' | 'documents' | 'consents'> {
  const { name, idNo, phone, cardNo, employment, education, housing, marital, jobMonths } = values;
  return {
    productCode,
    amountMinor: minor(values.yuan),
    termMonths: values.months,
    purpose: values.purpose,
    method: METHODS.find((one) => one === values.method),
    customer: { kind: 'person', name, idNo, phone },
    declared: {
      kind: 'person',
      ...{ employment, education, housing, marital, jobMonths },
      monthlyIncomeMinor: minor(values.income),
      monthlyDebtMinor: minor(values.debt),
      dependants: 0,
      residenceProvince: idNo.slice(0, 2),
    },
    payoutAccount: { cardNo, holderName: name },
  };
}

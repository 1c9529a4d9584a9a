import type { DeclaredCompany, DeclaredPerson } from '../../contracts/policy/declared';
import type { RepaymentMethod } from '../../contracts/policy/product';

/** What the lender's own books say of the customer, without the application at hand. */
export interface Standing {
  readonly blacklisted: boolean;
  readonly openApplications: number;
  readonly openSameProduct: number;
  /** Reserved and drawn amounts of the customer's other applications and loans, in the currency of this one. */
  readonly exposureMinor: bigint;
  readonly daysOverdue: number;
}

interface Asked {
  readonly amountMinor: bigint;
  readonly termMonths: number;
  readonly purpose: string;
  readonly method: RepaymentMethod;
  /** Business date that ages and windows are counted at. */
  readonly appliedOn: string;
  readonly standing: Standing;
}

/** A person's application as underwriting reads it: nothing in it names anybody. */
export interface PersonCase extends Asked {
  readonly kind: 'person';
  readonly bornOn: string;
  /** Province of the ID number. */
  readonly idProvince: string;
  readonly declared: DeclaredPerson;
}

/** A company's application as underwriting reads it. */
export interface CompanyCase extends Asked {
  readonly kind: 'company';
  readonly declared: DeclaredCompany;
}

export type ApplicationCase = PersonCase | CompanyCase;

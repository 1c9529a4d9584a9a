import type { LimitsBody } from '../../contracts/policy/origination';
import type { ProductBody } from '../../contracts/policy/product';
import { ageOn } from '../validators/resident-id';
import type { ApplicationCase } from './application-case';
import { monthsBetween } from './company-features';
import { ruleNumber } from './rule-number';
import type { RuleInput } from './rules-port';

/** What entry rules may read: the request against the product, and what the lender's own books say of the customer. */
export function entryInput(
  application: ApplicationCase,
  product: ProductBody,
  limits: LimitsBody,
): RuleInput {
  const { standing, amountMinor } = application;
  return {
    product: product.code,
    category: product.category,
    customerTypeFits: application.kind === product.customerType,
    amountMinor: ruleNumber(amountMinor),
    minAmountMinor: ruleNumber(BigInt(product.minAmountMinor)),
    maxAmountMinor: ruleNumber(BigInt(product.maxAmountMinor)),
    termMonths: application.termMonths,
    termOffered: product.termsMonths.includes(application.termMonths),
    purposeOffered: product.purposes.includes(application.purpose),
    methodOffered: product.repayment.methods.includes(application.method),
    blacklisted: standing.blacklisted,
    openApplications: standing.openApplications,
    openApplicationsMax: limits.openApplicationsMax,
    openSameProduct: standing.openSameProduct,
    exposureAfterMinor: ruleNumber(standing.exposureMinor + amountMinor),
    customerMaxMinor: ruleNumber(BigInt(limits.customerMaxMinor)),
    daysOverdue: standing.daysOverdue,
    ...applicantInput(application),
  };
}

function applicantInput(application: ApplicationCase): RuleInput {
  const none = {
    age: null,
    ageAtMaturity: null,
    idProvince: null,
    residenceProvince: null,
    employment: null,
  };
  if (application.kind === 'company') {
    const { foundedOn, industryCode } = application.declared;
    return {
      ...none,
      companyMonths: monthsBetween(foundedOn, application.appliedOn),
      industry: industryCode.charAt(0),
    };
  }
  const age = ageOn(application.bornOn, application.appliedOn);
  return {
    age,
    ageAtMaturity: age + Math.ceil(application.termMonths / 12),
    idProvince: application.idProvince,
    residenceProvince: application.declared.residenceProvince,
    employment: application.declared.employment,
    companyMonths: null,
    industry: null,
  };
}

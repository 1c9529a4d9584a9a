import type { ProductBody } from '../../contracts/policy/product';
import { ageOn } from '../validators/resident-id';
import type { PersonCase } from './application-case';
import { debtToIncomeBps, monthlyBurden } from './debt-service';
import { answerOf, type Facts, stateOf } from './facts';
import { ruleNumber } from './rule-number';
import type { RuleInput } from './rules-port';

/** Monthly service of the debts a person already has: the higher of what was declared and what the bureau knows. */
export function knownMonthlyDebt(application: PersonCase, facts: Facts): bigint {
  const declared = BigInt(application.declared.monthlyDebtMinor);
  const reported = BigInt(answerOf(facts, 'bureau')?.monthlyRepaymentMinor ?? '0');
  return declared > reported ? declared : reported;
}

/**
 * Everything the credit rules and the scorecard may read of a person. A value nobody could give is null, and the
 * scorecard has a bin for it; outcomes of checks name their own failure.
 */
export function personFeatures(
  application: PersonCase,
  facts: Facts,
  { baseRateBps, repayment }: Pick<ProductBody, 'baseRateBps' | 'repayment'>,
): RuleInput {
  const { declared } = application;
  const burden = monthlyBurden(application.amountMinor, { ...application, rateBps: baseRateBps, repayment });
  const income = BigInt(declared.monthlyIncomeMinor);
  return {
    age: ageOn(application.bornOn, application.appliedOn),
    idProvince: application.idProvince,
    residenceProvince: declared.residenceProvince,
    employment: declared.employment,
    jobMonths: declared.jobMonths,
    monthlyIncomeMinor: ruleNumber(income),
    education: declared.education,
    housing: declared.housing,
    marital: declared.marital,
    dtiBps: debtToIncomeBps(knownMonthlyDebt(application, facts) + burden, income),
    ...bureauFeatures(facts),
    ...riskFeatures(facts),
    ...identityFeatures(facts),
  };
}

function bureauFeatures(facts: Facts): RuleInput {
  const bureau = answerOf(facts, 'bureau');
  const known = bureau && !bureau.thinFile ? bureau : undefined;
  const cardLimit = BigInt(known?.cardLimitMinor ?? '0');
  const cardUsed = BigInt(known?.cardUsedMinor ?? '0');
  return {
    bureauState: stateOf(facts, 'bureau'),
    thinFile: bureau ? bureau.thinFile : stateOf(facts, 'bureau') === 'no_record',
    bureauSubjectMatches: bureau?.subjectMatches ?? null,
    bureauScore: known?.scorePoints ?? null,
    worst24m: known?.worstStep24m ?? null,
    overdueMonths24m: known?.overdueMonths24m ?? null,
    overdueRun24m: known?.longestOverdueRun24m ?? null,
    monthsSinceOverdue: known ? (known.monthsSinceOverdue ?? NEVER_MONTHS) : null,
    overdueAccounts: known?.overdueAccountCount ?? null,
    overdueBalanceMinor: known ? ruleNumber(BigInt(known.overdueBalanceMinor)) : null,
    badDebtAccounts: known?.badDebtAccountCount ?? null,
    utilisationPercent: cardLimit > 0n ? Number((cardUsed * 100n) / cardLimit) : null,
    loanLenders: known?.lenderCount ?? null,
    hardQueries1m: bureau?.hardQueries1m ?? null,
    hardQueries3m: bureau?.hardQueries3m ?? null,
    hardQueries6m: bureau?.hardQueries6m ?? null,
    oldestAccountMonths: known?.oldestAccountMonths ?? null,
    bureauEnforcements: bureau?.enforcementCount ?? null,
    taxArrears: bureau?.taxArrearsCount ?? null,
  };
}

function riskFeatures(facts: Facts): RuleInput {
  const fraud = answerOf(facts, 'anti_fraud');
  const court = answerOf(facts, 'court');
  return {
    fraudState: stateOf(facts, 'anti_fraud'),
    fraudBlacklisted: fraud?.blacklisted ?? null,
    fraudScore: fraud?.scorePoints ?? null,
    multiLenders3m: fraud?.lenders3m ?? null,
    multiApplications1m: fraud?.applications1m ?? null,
    nonBankLenders3m: fraud?.nonBankLenders3m ?? null,
    courtState: stateOf(facts, 'court'),
    courtOpenCases: court?.openCaseCount ?? null,
    courtClosedCases: court?.closedCaseCount ?? null,
    dishonest: court?.dishonest ?? null,
    consumptionRestricted: court?.consumptionRestricted ?? null,
  };
}

function identityFeatures(facts: Facts): RuleInput {
  const identity = answerOf(facts, 'identity');
  const telecom = answerOf(facts, 'telecom');
  const card = answerOf(facts, 'bank_card');
  return {
    identity: identity?.outcome ?? stateOf(facts, 'identity'),
    face: identity?.face ?? stateOf(facts, 'identity'),
    telecom: telecom?.outcome ?? stateOf(facts, 'telecom'),
    phoneMonths: telecom?.tenureMonths ?? null,
    card: card?.outcome ?? stateOf(facts, 'bank_card'),
    cardType: card?.cardType ?? null,
  };
}

/** Months since the last overdue month of somebody who never had one within the bureau's window. */
const NEVER_MONTHS = 99;

import type { ExampleApplicant } from '../../../contracts/policy/example';
import type { SourceResultOf } from '../../../contracts/sources/source-result';
import type { Facts } from '../../underwriting/facts';
import type { TrialCase } from './trial';

/** The case of an invented person: every check of identity matches, and the sources say what the example says. */
export function exampleCase(example: ExampleApplicant, on: string): TrialCase {
  const { amountMinor, termMonths, purpose, method, age, declared, exposureMinor, openApplications } =
    example;
  return {
    application: {
      kind: 'person',
      amountMinor: BigInt(amountMinor),
      ...{ termMonths, purpose, method, declared },
      bornOn: `${Number(on.slice(0, 4)) - age}-01-01`,
      idProvince: declared.residenceProvince,
      appliedOn: on,
      standing: {
        blacklisted: false,
        openApplications,
        openSameProduct: 0,
        exposureMinor: BigInt(exposureMinor),
        daysOverdue: 0,
      },
    },
    facts: factsOf(example, on),
  };
}

function factsOf({ record }: ExampleApplicant, on: string): Facts {
  const { fraudScore, multiLenders3m, courtOpenCases, dishonest } = record;
  return {
    named: {
      identity: { state: 'answered', result: { outcome: 'match', face: 'match', faceScorePercent: 99 } },
      telecom: {
        state: 'answered',
        result: { outcome: 'match', mismatched: [], operator: 'mobile', tenureMonths: 48 },
      },
      bank_card: { state: 'answered', result: { outcome: 'match', cardType: 'debit', bankCode: null } },
      bureau: { state: 'answered', result: bureauOf(record, on) },
      anti_fraud: {
        state: 'answered',
        result: {
          scorePoints: fraudScore,
          ...{ applications7d: 0, applications1m: 0, applications3m: multiLenders3m },
          ...{ applications6m: multiLenders3m, applications12m: multiLenders3m },
          ...{ lenders7d: 0, lenders1m: 0, lenders3m: multiLenders3m, lenders12m: multiLenders3m },
          ...{ nonBankLenders3m: 0, nightSharePercent: 0, blacklisted: false, hits: [] },
        },
      },
      court: {
        state: 'answered',
        result: {
          openCaseCount: courtOpenCases,
          openAmountMinor: '0',
          ...{ closedCaseCount: 0, dishonest, consumptionRestricted: false },
          ...{ latestCaseOn: null, nameOnlyCaseCount: 0 },
        },
      },
    },
    mapped: {},
  };
}

function bureauOf(record: ExampleApplicant['record'], on: string): SourceResultOf<'bureau'> {
  const thin = record.bureauScore === null;
  const { overdueAccounts, worst24m, hardQueries3m, utilisationPercent, monthlyRepaymentMinor } = record;
  return {
    ...{ reportNo: 'example', reportedOn: on, subjectMatches: true, thinFile: thin },
    ...{ scorePoints: record.bureauScore, scoreFactors: [] },
    ...{ loanAccountCount: thin ? 0 : 2, openLoanCount: thin ? 0 : 1, cardAccountCount: thin ? 0 : 1 },
    lenderCount: thin ? 0 : 2,
    loanBalanceMinor: '0',
    cardLimitMinor: thin ? '0' : '10000000',
    cardUsedMinor: thin ? '0' : String(utilisationPercent * 100_000),
    monthlyRepaymentMinor,
    guaranteeBalanceMinor: '0',
    overdueAccountCount: overdueAccounts,
    ...{ overdueBalanceMinor: '0', repaymentStrings: [], worstStep24m: worst24m },
    overdueMonths24m: worst24m,
    longestOverdueRun24m: Math.min(worst24m, 2),
    monthsSinceOverdue: worst24m > 0 ? 6 : null,
    badDebtAccountCount: 0,
    ...{ hardQueries1m: Math.min(hardQueries3m, 2), hardQueries3m, hardQueries6m: hardQueries3m },
    ...{ oldestAccountMonths: thin ? 0 : 60, enforcementCount: 0, taxArrearsCount: 0 },
  };
}

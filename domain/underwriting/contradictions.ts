import { mulDivRound } from '../money/rounding';
import type { CompanyCase, PersonCase } from './application-case';
import { answerOf, type Facts } from './facts';
import type { RuleInput } from './rules-port';

/** Two statements about one thing that do not agree. Values are codes, dates and amounts, never a person's particulars. */
export interface Finding {
  readonly field: string;
  readonly source: string;
  readonly declared: string;
  readonly found: string;
  readonly code: string;
}

/** How far a number may stray from what was declared, in percent and in the number's own unit, before it is a finding. */
interface Tolerance {
  readonly percent: number;
  readonly absolute: number;
}

const TOLERANCES: Readonly<Record<string, Tolerance>> = {
  monthlyIncomeMinor: { percent: 20, absolute: 50_000 },
  monthlyDebtMinor: { percent: 20, absolute: 50_000 },
  jobMonths: { percent: 25, absolute: 6 },
};

/** Whether a declared value agrees with a found one: numbers within their tolerance, words exactly. */
export function agrees(field: string, declared: string, found: string): boolean {
  const tolerance = TOLERANCES[field];
  if (!tolerance) return declared === found;
  const [a, b] = [Number(declared), Number(found)];
  const gap = Math.abs(a - b);
  return gap <= tolerance.absolute || gap * 100 <= tolerance.percent * Math.abs(a);
}

/** Where a person's form and the outside world disagree. A source added by configuration is compared field by field. */
export function personFindings(application: PersonCase, facts: Facts): Finding[] {
  const declared: RuleInput = { ...application.declared };
  const findings: Finding[] = [];
  for (const [source, fact] of Object.entries(facts.mapped)) {
    if (fact.state !== 'answered') continue;
    for (const [field, value] of Object.entries(fact.result)) {
      if (value === null || declared[field] === undefined || field === 'kind') continue;
      const [said, found] = [String(declared[field]), String(value)];
      if (!agrees(field, said, found))
        findings.push({ field, source, declared: said, found, code: 'DECLARED_DIFFERS' });
    }
  }
  return [...findings, ...debtFinding(application, facts), ...phoneFindings(facts)];
}

/** Debts left out of the form count against the applicant; debts the bureau does not know do not. */
function debtFinding(application: PersonCase, facts: Facts): Finding[] {
  const found = answerOf(facts, 'bureau')?.monthlyRepaymentMinor;
  const declared = application.declared.monthlyDebtMinor;
  if (found === undefined || BigInt(found) <= BigInt(declared)) return [];
  if (agrees('monthlyDebtMinor', declared, found)) return [];
  return [{ field: 'monthlyDebtMinor', source: 'bureau', declared, found, code: 'DEBT_UNDERSTATED' }];
}

function phoneFindings(facts: Facts): Finding[] {
  const mismatched = answerOf(facts, 'telecom')?.mismatched ?? [];
  return mismatched.map((what) => ({
    field: what === 'name' ? 'phoneHolderName' : 'phoneHolderId',
    source: 'telecom',
    declared: 'own',
    found: 'other',
    code: 'PHONE_NOT_OWN',
  }));
}

/** Where a company's statements contradict themselves, the register or the tax office. */
export function companyFindings(application: CompanyCase, facts: Facts, salesGapPercent: number): Finding[] {
  return [
    ...statementFindings(application),
    ...registerFindings(application, facts),
    ...salesFinding(application, facts, salesGapPercent),
  ];
}

function statementFindings({ declared }: CompanyCase): Finding[] {
  const { year, workingCapital } = declared;
  const claims: Finding[] = [];
  const sum = BigInt(year.liabilitiesMinor) + BigInt(year.equityMinor);
  const put = (field: string, said: string, found: bigint) =>
    claims.push({
      field,
      source: 'statements',
      declared: said,
      found: String(found),
      code: 'STATEMENT_INCONSISTENT',
    });
  if (BigInt(year.assetsMinor) !== sum) put('assetsMinor', year.assetsMinor, sum);
  const parts = BigInt(year.inventoryMinor) + BigInt(year.receivablesMinor);
  if (parts > BigInt(year.currentAssetsMinor)) put('currentAssetsMinor', year.currentAssetsMinor, parts);
  if (BigInt(year.debtMinor) > BigInt(year.liabilitiesMinor)) {
    put('liabilitiesMinor', year.liabilitiesMinor, BigInt(year.debtMinor));
  }
  if (workingCapital.lastYearSalesMinor !== year.revenueMinor) {
    put('lastYearSalesMinor', workingCapital.lastYearSalesMinor, BigInt(year.revenueMinor));
  }
  return claims;
}

function registerFindings({ declared }: CompanyCase, facts: Facts): Finding[] {
  const registry = answerOf(facts, 'registry');
  if (!registry) return [];
  const findings: Finding[] = [];
  const put = (field: string, said: string, found: string) =>
    findings.push({ field, source: 'registry', declared: said, found, code: 'REGISTER_DIFFERS' });
  if (registry.foundedOn !== declared.foundedOn) put('foundedOn', declared.foundedOn, registry.foundedOn);
  if (!registry.nameMatches) put('companyName', 'given', 'other');
  if (registry.legalRepresentativeMatches === false) put('legalRepresentative', 'given', 'other');
  return findings;
}

/** Sales by the tax office against declared sales: a wide gap is the classic sign of dressed statements. */
function salesFinding({ declared }: CompanyCase, facts: Facts, gapPercent: number): Finding[] {
  const found = answerOf(facts, 'tax')?.sales12mMinor;
  const said = BigInt(declared.year.revenueMinor);
  if (found === undefined || said === 0n) return [];
  const gap = said > BigInt(found) ? said - BigInt(found) : BigInt(found) - said;
  if (mulDivRound(gap, 100n, said, 'down') < BigInt(gapPercent)) return [];
  return [
    { field: 'revenueMinor', source: 'tax', declared: declared.year.revenueMinor, found, code: 'SALES_GAP' },
  ];
}

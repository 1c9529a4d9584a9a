import { z } from 'zod';
import type { Decision } from '../../contracts/http/decisions';
import { DeclaredCompany } from '../../contracts/policy/declared';
import { workingCapitalNeed } from '../../domain/underwriting/working-capital';

const OfCompany = z.looseObject(
  DeclaredCompany.pick({ kind: true, year: true, priorYear: true, workingCapital: true }).shape,
);

/** The statements that a company declared with the need of working capital that the decision computed from them; null for a person. */
export function companyFigures(declared: unknown): z.input<typeof Decision>['companyFigures'] {
  const parsed = OfCompany.safeParse(declared);
  if (!parsed.success) return null;
  const { year, priorYear, workingCapital } = parsed.data;
  const { cycleDays, capitalMinor, newLoanMinor } = workingCapitalNeed(workingCapital);
  const need = { cycleDays, capitalMinor: capitalMinor.toString(), newLoanMinor: newLoanMinor.toString() };
  return { years: [year, priorYear], workingCapital, need };
}

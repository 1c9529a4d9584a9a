import type { CustomerFile } from '../../contracts/loan/customer-file';
import type { Declared } from '../../contracts/policy/declared';
import type { ReadField } from '../../contracts/sources/document-reading';

/** What an applicant said of the things that stand on papers. It names people: for comparing, never for storing. */
export type StatedFacts = Readonly<Partial<Record<ReadField, string>>>;

/** The statements of a person, or of a company and the one who acts for it, field by field. */
export function statedFacts(file: CustomerFile, declared: Declared): StatedFacts {
  if (file.kind === 'company') {
    const { companyName, uscc, representativeName, representativeIdNo } = file;
    return {
      ...{ companyName, uscc, representativeName },
      ...{ name: representativeName, idNo: representativeIdNo },
      ...(declared.kind === 'company' && { foundedOn: declared.foundedOn }),
    };
  }
  return {
    ...{ name: file.name, idNo: file.idNo },
    // The licence of a person's own business names its owner.
    representativeName: file.name,
    ...(declared.kind === 'person' && { monthlyIncomeMinor: declared.monthlyIncomeMinor }),
  };
}

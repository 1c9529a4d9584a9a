import type { ChecklistBody } from '../../contracts/policy/origination';
import type { ApplicationCase } from './application-case';

/** Documents that the product's checklist asks of this application. */
export function requiredDocuments(checklist: ChecklistBody, application: ApplicationCase): string[] {
  return checklist.items
    .filter((item) => {
      const bigEnough =
        item.fromAmountMinor === undefined || application.amountMinor >= BigInt(item.fromAmountMinor);
      const forPurpose = item.purposes === undefined || item.purposes.includes(application.purpose);
      const forWork =
        item.employment === undefined ||
        (application.kind === 'person' && item.employment.includes(application.declared.employment));
      return bigEnough && forPurpose && forWork;
    })
    .map((item) => item.document);
}

/** What is still to be sent. */
export function missingDocuments(
  checklist: ChecklistBody,
  application: ApplicationCase,
  present: readonly string[],
): string[] {
  return requiredDocuments(checklist, application).filter((document) => !present.includes(document));
}

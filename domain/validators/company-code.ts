/** Unified social credit code (GB 32100-2015) taken apart. */
export interface CompanyCode {
  readonly number: string;
  readonly areaCode: string;
  readonly organisationCode: string;
}

export type CompanyCodeCheck =
  | { readonly ok: true; readonly code: CompanyCode }
  | {
      readonly ok: false;
      readonly code: 'COMPANY_CODE_FORMAT' | 'COMPANY_CODE_CHECK_CHARACTER' | 'ORGANISATION_CODE_CHECK_DIGIT';
    };

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of the first 17 characters. */
export function companyCodeCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17.charAt(at)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Check digit of an organisation code's first eight characters (GB 11714): 10 is X, 11 is 0. */
export function organisationCodeCheckDigit(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number.parseInt(first8.charAt(at), 36),
    0,
  );
  const digit = 11 - (sum % 11);
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit);
}

/** Whether a text is an organisation code with its right check digit, with or without the hyphen. */
export function isOrganisationCode(text: string): boolean {
  const match = /^([0-9A-Z]{8})-?([0-9X])$/.exec(text.trim().toUpperCase());
  return match?.[1] !== undefined && organisationCodeCheckDigit(match[1]) === match[2];
}

/** Reads a company's 18-character code; positions 9 to 17 are its organisation code. */
export function parseCompanyCode(text: string): CompanyCodeCheck {
  const number = text.trim().toUpperCase();
  if (!/^[1-9A-HJ-NPQRTUWXY][1-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(number)) {
    return { ok: false, code: 'COMPANY_CODE_FORMAT' };
  }
  if (companyCodeCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    return { ok: false, code: 'COMPANY_CODE_CHECK_CHARACTER' };
  }
  const organisation = number.slice(8, 17);
  if (!isOrganisationCode(organisation)) return { ok: false, code: 'ORGANISATION_CODE_CHECK_DIGIT' };
  const organisationCode = `${organisation.slice(0, 8)}-${organisation.slice(8)}`;
  return { ok: true, code: { number, areaCode: number.slice(2, 8), organisationCode } };
}

import { isDate } from '../calendar/civil-day';
import { isProvince } from './area';

/** What a resident ID number says of its holder (GB 11643). */
export interface ResidentId {
  /** Always 18 characters, check letter in upper case. */
  readonly number: string;
  readonly provinceCode: string;
  readonly areaCode: string;
  readonly bornOn: string;
  readonly sex: 'male' | 'female';
}

export type ResidentIdCheck =
  | { readonly ok: true; readonly id: ResidentId }
  | {
      readonly ok: false;
      readonly code:
        | 'RESIDENT_ID_FORMAT'
        | 'RESIDENT_ID_AREA'
        | 'RESIDENT_ID_BIRTH_DATE'
        | 'RESIDENT_ID_CHECK_DIGIT';
    };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Check character of the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(digits17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits17.charAt(at)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Number of the first generation (15 digits, born 19xx) in its 18-digit form. */
function modernForm(text: string): string {
  if (text.length !== 15) return text;
  const digits17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  return digits17 + residentIdCheckCharacter(digits17);
}

/** Reads an 18-digit number, or one of the old 15 digits. */
export function parseResidentId(text: string): ResidentIdCheck {
  const given = text.trim().toUpperCase();
  if (!/^(\d{15}|\d{17}[\dX])$/.test(given)) return { ok: false, code: 'RESIDENT_ID_FORMAT' };
  const number = modernForm(given);
  const provinceCode = number.slice(0, 2);
  if (!isProvince(provinceCode)) return { ok: false, code: 'RESIDENT_ID_AREA' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDate(bornOn) || bornOn < '1870-01-01') return { ok: false, code: 'RESIDENT_ID_BIRTH_DATE' };
  if (residentIdCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    return { ok: false, code: 'RESIDENT_ID_CHECK_DIGIT' };
  }
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return { ok: true, id: { number, provinceCode, areaCode: number.slice(0, 6), bornOn, sex } };
}

/** Full years lived (周岁) on a day; negative before birth. Born on 29 February, one ages on 1 March of common years. */
export function ageOn(bornOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

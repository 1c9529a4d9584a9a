const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const USCC_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORG_CHARS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The eighteenth character of a resident ID number (GB 11643). */
export function idCheckCharacter(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** The last digit of a bank card (Luhn). */
export function luhnDigit(allButLast: string): string {
  let sum = 0;
  for (let i = 0; i < allButLast.length; i += 1) {
    const digit = Number(allButLast.charAt(allButLast.length - 1 - i));
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** The check character of an organisation code (GB 11714), the ninth of its nine. */
export function organisationCheckCharacter(first8: string): string {
  const sum = ORG_WEIGHTS.reduce(
    (total, weight, i) => total + weight * ORG_CHARS.indexOf(first8.charAt(i)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The eighteenth character of a unified social credit code (GB 32100). */
export function usccCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += weight * USCC_CHARS.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return USCC_CHARS.charAt((31 - (sum % 31)) % 31);
}

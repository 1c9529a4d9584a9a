export type BankCardCheck =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly code: 'BANK_CARD_FORMAT' | 'BANK_CARD_CHECK_DIGIT' };

/** Whether the last digit fits the others (Luhn, ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits.charAt(digits.length - 1 - place));
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Reads a card number of 12 to 19 digits, however it was grouped. */
export function parseBankCard(text: string): BankCardCheck {
  const number = text.replace(/[\s-]/g, '');
  if (!/^[1-9]\d{11,18}$/.test(number)) return { ok: false, code: 'BANK_CARD_FORMAT' };
  if (!passesLuhn(number)) return { ok: false, code: 'BANK_CARD_CHECK_DIGIT' };
  return { ok: true, number };
}

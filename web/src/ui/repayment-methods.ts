import type { components } from '../api/generated';

export type RepaymentMethod = NonNullable<components['schemas']['QuoteProduct']['method']>;

/** Every way of repaying that a product can offer, in the order in which people choose. */
export const REPAYMENT_METHODS = [
  'equal-instalment',
  'equal-principal',
  'interest-only',
  'bullet',
  'flat',
  'balloon',
  'interest-only-first',
  'revolving',
  'custom',
] as const satisfies readonly RepaymentMethod[];

/** A method that came as text. */
export const repaymentMethodOf = (text: string | undefined): RepaymentMethod | undefined =>
  REPAYMENT_METHODS.find((one) => one === text);

/** The independent solver that the tests compare with ships no types. */
declare module 'xirr' {
  export default function xirr(flows: readonly { readonly amount: number; readonly when: Date }[]): number;
}

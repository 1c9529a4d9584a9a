/** Standing of an order as a word's code: a draw that the loan took up is with the bank, everything else is booked. */
export function standingCode({ kind, status }: { kind: string; status: string }): string {
  return kind === 'draw' && status === 'applied' ? 'ordered' : status;
}

import { InvariantError } from '../domain/invariant';

/** The borrower's confirmation of a contract by one-time code, as kept in evidence. */
export type Confirmation = {
  maskedPhone: string;
  confirmedAt: string;
  /** Id of the evidence record: code sent, code entered, device, address. */
  evidenceId: string;
  /** SHA-256 (hex) of the contract file that was shown and confirmed. */
  offerSha256: string;
};

/** What a contract's blanks are filled with when the borrower has confirmed; passed to the sealer. */
export function confirmationBlanks(confirmation: Confirmation): Record<string, string> {
  if (!/^[0-9a-f]{64}$/.test(confirmation.offerSha256))
    throw new InvariantError('offer hash is not SHA-256 in hex');
  return {
    ConfirmedPhone: confirmation.maskedPhone,
    ConfirmedAt: `${shanghaiTime(confirmation.confirmedAt)} +08:00`,
    Evidence: confirmation.evidenceId,
    ConfirmedHash: confirmation.offerSha256,
  };
}

/** An instant on the lender's wall clock, to the second. */
function shanghaiTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

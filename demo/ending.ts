import type { z } from 'zod';
import { Application } from '../contracts/http/applications';
import { Loan } from '../contracts/http/loans';
import type { Played } from './play';
import type { World } from './world';

/** What became of an applicant, as the API tells the lender's operator. */
export interface Ending extends Played {
  application: z.output<typeof Application>;
  loan: z.output<typeof Loan> | null;
  paidMinor: bigint;
}

/** Reads how all of them ended. */
export async function endings(world: World, played: readonly Played[]): Promise<Ending[]> {
  const operator = await world.user('operator', 'operator1');
  return Promise.all(
    played.map(async (each) => {
      const path = `/v1/applications/${each.borrower.id}`;
      const application = await operator.get(path, (answer) => Application.parse(answer));
      const { loanId } = application;
      const loan =
        loanId === null
          ? null
          : await operator.get(`/v1/loans/${loanId}`, (answer) => Loan.parse(answer)).catch(() => null);
      const paid = Object.values(loan?.paid ?? {});
      return { ...each, application, loan, paidMinor: paid.reduce((sum, part) => sum + BigInt(part), 0n) };
    }),
  );
}

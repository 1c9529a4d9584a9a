import fc from 'fast-check';
import { type AccountRow, accountOf } from '../../../domain/account/account-of';
import type { LoanEvent } from '../../../domain/account/events';
import { sumOf } from '../../../domain/account/item';
import type { AccountTerms } from '../../../domain/account/terms';
import { anyTerms, start } from './arbitrary';

/** Rows of the plan that ask for something; where interest is given up, the last may have nothing left. */
const isAsked = ({ cause, charged }: AccountRow) => cause === 'instalment' && sumOf(charged) > 0n;

const runs = { numRuns: Number(process.env.FOLD_RUNS ?? 150) };

describe('a loan that is paid on its due dates', () => {
  it('asks for what its plan showed on the first day, row by row, whichever way interest is computed', () => {
    fc.assert(
      fc.property(anyTerms, (any) => {
        const { schedule } = any;
        // A revolving product goes by days; with interest by the period it cannot be offered.
        const interest = schedule.method.kind === 'revolving' ? 'by-day' : schedule.interest;
        // Flat interest by the plan is another than interest by day on what is owed.
        const recalculation = schedule.method.kind === 'flat' ? 'none' : any.recalculation;
        const terms: AccountTerms = {
          ...any,
          recalculation,
          schedule: { ...schedule, interest, convention: 'china' },
          excess: 'suspense',
        };
        const { principalMinor } = terms.schedule;
        const events: LoanEvent[] = [
          {
            ...{ key: 'out', effectiveOn: start, bookedOn: start },
            body: { type: 'disbursed', payoutId: 'out', amountMinor: principalMinor, withheldMinor: 0n },
          },
        ];
        const at = (day: number) => accountOf(terms, events, { asOf: day, knownOn: day });
        const all = at(start).rows;
        const shown = all.filter(isAsked);
        for (const [index, { dueOn, charged }] of all.entries()) {
          const total = charged.principal + charged.interest + charged.fee;
          if (total === 0n) continue;
          events.push({
            ...{ key: `pay-${index}`, effectiveOn: dueOn, bookedOn: dueOn },
            body: { type: 'repaid', paymentId: `pay-${index}`, amountMinor: total },
          });
        }
        const last = shown.at(-1)?.dueOn ?? start;
        const asked = at(last).rows.filter(isAsked);
        const parts = (rows: typeof shown) =>
          rows.map(
            ({ dueOn, charged }) => `${dueOn} ${charged.principal} ${charged.interest} ${charged.fee}`,
          );
        expect(parts(asked)).toEqual(parts(shown));
      }),
      runs,
    );
  });
});

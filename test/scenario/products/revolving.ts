import type { z } from 'zod';
import { Contract } from '../../../contracts/http/contracts';
import { LoanDraws } from '../../../contracts/http/draws';
import type { Loan } from '../../../contracts/http/loans';
import type { Borrower } from '../../../demo/borrower';
import { someone } from '../../../demo/cast/people';
import { revolving } from '../../../demo/cast/requests';
import { SIGN } from '../../../demo/cast/times';
import type { Story } from '../../../demo/story';
import { type Lender, paidOff } from './lender';

/** 随借随还: a limit that is drawn, repaid, drawn again and given up. */
export function revolvingOf(lender: Lender) {
  const line: { at: string; draws: z.output<typeof LoanDraws>; loan: z.output<typeof Loan> }[] = [];
  let limit: z.output<typeof Contract> | undefined;

  /** Somebody who draws, repays a part, draws again more than was ever left, repays all of it, and gives the limit up. */
  const revolves = async (borrower: Borrower) => {
    const look = async (at: string) => {
      await borrower.at(at);
      const draws = await lender.read(`/v1/loans/${await borrower.loanId()}/draws`, LoanDraws);
      line.push({ at, draws, loan: await borrower.account() });
    };
    await borrower.apply(revolving);
    await borrower.sign(SIGN);
    const { contractId } = await borrower.application();
    limit = await lender.read(`/v1/contracts/${contractId}`, Contract);
    await look('2026-03-12 11:00');
    await borrower.transfer('400000');
    await look('2026-03-12 12:00');
    await look('2026-04-20 11:00');
    await borrower.draw('3400000');
    await look('2026-04-20 12:00');
    await look('2026-05-20 11:00');
    const { totalMinor } = await borrower.payoff();
    await borrower.transfer(totalMinor);
    await look('2026-05-20 12:00');
    await borrower.endLimit();
    await look('2026-05-20 13:00');
  };

  const story: Story = {
    special: 'draw and repay',
    borrower: someone('prime'),
    live: revolves,
    expected: paidOff('payout-made', 'payment-received', 'paid-off'),
  };

  const judge = () => {
    const [first, repaid, billed, drawn, later, empty, off] = line;
    const stood = line.map(({ draws }) => [draws.drawnMinor, draws.availableMinor]);
    expect(stood).toEqual([
      ['1000000', '3000000'],
      ['600000', '3400000'],
      ['600000', '3400000'],
      ['4000000', '0'],
      ['4000000', '0'],
      ['0', '4000000'],
      ['0', '4000000'],
    ]);
    expect(line.map(({ draws }) => draws.refusal)).toEqual([
      ...[null, null, null, 'NOTHING_TO_DRAW', 'NOTHING_TO_DRAW', null, 'LOAN_NOT_PERFORMING'],
    ]);
    expect(line.map(({ draws }) => draws.endRefusal)).toEqual([
      ...[...Array(5).fill('LIMIT_IN_USE'), null, 'LOAN_NOT_PERFORMING'],
    ]);
    expect([first?.draws.revolving, first?.draws.drawsLeft, drawn?.draws.drawsLeft]).toEqual([
      true,
      199,
      198,
    ]);

    // Interest of each day on what was owed on it, billed on the due date and debited from the card.
    const day = (on: string) => Date.parse(on) / 86_400_000;
    const out = day(first?.loan.disbursedOn ?? '');
    const dueOn = first?.loan.nextDue?.on ?? '';
    const rate = (limit?.rateBps ?? 0) / 10_000 / 365;
    const owed = (day('2026-03-12') - out) * 1_000_000 + (day(dueOn) - day('2026-03-12')) * 600_000;
    expect(repaid?.loan.nextDue).toEqual({ on: dueOn, amountMinor: String(Math.round(owed * rate)) });
    expect(billed?.loan.paid.interest).toBe(String(Math.round(owed * rate)));
    expect(billed?.loan.balances).toMatchObject({ principalMinor: '600000', overdueMinor: '0' });
    expect(later?.loan.status).toBe('active');
    expect([empty?.loan.status, empty?.loan.balances.principalMinor]).toEqual(['active', '0']);
    expect(off?.loan).toMatchObject({
      status: 'settled',
      balances: { principalMinor: '0', suspenseMinor: '0' },
    });
  };

  return { stories: [story], judge };
}

import { z } from 'zod';
import { Dashboard } from '../../contracts/http/dashboard';
import { LoanListed } from '../../contracts/http/loans';
import type { Ending } from '../ending';
import type { World } from '../world';
import type { Check } from './check';

const Rows = z.object({ data: z.array(LoanListed), nextCursor: z.string().nullable() });

/** What the list of loans and the dashboard say is what each loan's own page says, folded from its events as of today. */
export async function checkLists(world: World, endings: readonly Ending[]): Promise<Check> {
  const risk = await world.user('risk_manager', 'risk1');
  const { data } = await risk.get(`/v1/loans?clockId=${world.clockId}&limit=100`, (one) => Rows.parse(one));
  const listed = new Map(data.map((row) => [row.id, row]));
  const loans = endings.flatMap(({ loan }) => loan ?? []);
  const wrong = loans.flatMap(({ id, status, daysOverdue, balances }) => {
    const row = listed.get(id);
    const page = `${status}, ${daysOverdue} days, ${balances.overdueMinor} overdue`;
    const said = row ? `${row.status}, ${row.daysOverdue} days, ${row.overdueMinor} overdue` : 'nothing';
    return said === page ? [] : [`${id}: the list says ${said}, its page ${page}`];
  });
  const running = loans.filter(({ status }) => status === 'active' || status === 'overdue');
  for (const currency of new Set(running.map((loan) => loan.currency))) {
    const query = `clockId=${world.clockId}&currency=${currency}`;
    const { balances: shown } = await risk.get(`/v1/dashboard?${query}`, (one) => Dashboard.parse(one));
    const sum = (pick: (of: (typeof loans)[number]['balances']) => readonly string[]) =>
      running
        .filter((loan) => loan.currency === currency)
        .flatMap(({ balances }) => pick(balances))
        .reduce((whole, part) => whole + BigInt(part), 0n)
        .toString();
    const folded = {
      principal: sum(({ principalMinor }) => [principalMinor]),
      interest: sum(({ interestDueMinor, interestAccruedMinor }) => [interestDueMinor, interestAccruedMinor]),
      penalty: sum(({ penaltyMinor, compoundMinor }) => [penaltyMinor, compoundMinor]),
    };
    const { principalMinor: principal, interestMinor: interest, penaltyMinor: penalty } = shown;
    const said = JSON.stringify({ principal, interest, penalty });
    if (said !== JSON.stringify(folded))
      wrong.push(`${currency}: the dashboard says ${said}, the loans ${JSON.stringify(folded)}`);
  }
  return { what: "the list of loans and the dashboard say what each loan's own page says", wrong };
}

import type { z } from 'zod';
import { Contract } from '../../../contracts/http/contracts';
import { Schedule } from '../../../contracts/http/loans';
import type { Borrower } from '../../../demo/borrower';
import { someone } from '../../../demo/cast/people';
import { consumer } from '../../../demo/cast/requests';
import { SIGN } from '../../../demo/cast/times';
import type { DemoResult } from '../../../demo/demo';
import type { Story } from '../../../demo/story';
import { type Lender, paidOff } from './lender';

/** A loan at LPR + points, from its contract to a new rate on its day. */
export function floatingOf(lender: Lender) {
  const seen: {
    contract?: z.output<typeof Contract>;
    before?: z.output<typeof Schedule>;
    after?: z.output<typeof Schedule>;
  } = {};

  /** A version of the LPR with one notice more. */
  const publishLpr = (publishedOn: string, rateBps: number) => {
    const publications = [
      { publishedOn: '2025-05-20', tenor: '1Y', rateBps: 300 },
      { publishedOn, tenor: '1Y', rateBps },
    ];
    return lender.publish(publishedOn, 'reference_rate', 'lpr', async () => ({ publications }));
  };

  const live = async (borrower: Borrower) => {
    await borrower.apply({ ...consumer, productCode: 'consumer_floating', termMonths: 12 });
    await borrower.sign(SIGN);
    await borrower.at('2026-03-20 12:00');
    const { contractId } = await borrower.application();
    seen.contract = await lender.read(`/v1/contracts/${contractId}`, Contract);
    const plan = `/v1/loans/${await borrower.loanId()}/schedule`;
    seen.before = await lender.read(plan, Schedule);
    await publishLpr('2026-05-20', 250);
    await borrower.at('2026-06-20 12:00');
    seen.after = await lender.read(plan, Schedule);
  };

  const story: Story = {
    special: 'floating rate',
    borrower: someone('prime'),
    live,
    expected: paidOff('rate-changed', 'payment-reminder', 'paid-off'),
  };

  const judge = async ({ endings, world }: DemoResult) => {
    const { contract, before, after } = seen;
    const rateBps = contract?.rateBps ?? 0;
    const totals = (plan: typeof before) =>
      (plan?.rows ?? []).map(({ charged }) => String(BigInt(charged.principal) + BigInt(charged.interest)));
    const [instalment, ...same] = totals(before);
    expect(new Set(same.slice(0, -1))).toEqual(new Set([instalment]));
    const changed = totals(after);
    expect(changed.slice(0, 3)).toEqual([instalment, instalment, instalment]);
    const lower = changed[3];
    expect(new Set(changed.slice(3, -1))).toEqual(new Set([lower]));

    // Annuity of what was left after three rows at a rate lower by 50 points, reckoned here in plain numbers.
    const left = (after?.rows ?? [])
      .slice(3)
      .reduce((sum, { charged }) => sum + Number(charged.principal), 0);
    const monthly = (rateBps - 50) / 10_000 / 12;
    const expected = Math.round((left * monthly * (1 + monthly) ** 9) / ((1 + monthly) ** 9 - 1));
    expect(Number(lower)).toBe(expected);

    const ending = endings.find((one) => one.story === story);
    const told = await world.sandbox.messages(ending?.borrower.data.phone);
    const yuan = (Number(lower) / 100).toFixed(2);
    const message = told.find(({ templateCode }) => templateCode === 'rate-changed')?.body ?? '';
    expect(message).toContain(`${((rateBps - 50) / 100).toFixed(2)}%`);
    expect(message.replaceAll(',', '')).toContain(yuan);
    const reminders = told.filter(({ templateCode }) => templateCode === 'payment-reminder');
    expect(reminders.some(({ body }) => body.replaceAll(',', '').includes(yuan))).toBe(true);
  };

  return { stories: [story], judge };
}

import type { z } from 'zod';
import { Contract } from '../../../contracts/http/contracts';
import { Schedule } from '../../../contracts/http/loans';
import { publishedPolicy } from '../../../db/repositories/policy';
import type { Borrower } from '../../../demo/borrower';
import { someone } from '../../../demo/cast/people';
import { consumer } from '../../../demo/cast/requests';
import { SIGN } from '../../../demo/cast/times';
import type { Story } from '../../../demo/story';
import { type Lender, paidOff, Shown } from './lender';

// biome-ignore lint/suspicious/noThenProperty: the field of the policy; it holds text, nothing awaits it
const AFTER = { then: 'equal-instalment' };
const METHODS = ['flat', 'balloon', 'interest-only-first'] as const;

/** A method that was asked for: the plan of its contract and that of its account. */
interface Asked {
  readonly shown: z.output<typeof Shown>;
  readonly rateBps: number;
  readonly plan: readonly string[];
}

/** The consumer loan with the methods that it does not come with, given to it by policy alone. */
export function methodsOf(lender: Lender) {
  const byMethod = new Map<string, Asked>();

  const offer = () =>
    lender.publish('2026-01-02', 'product', 'consumer_instalment', async (db) => {
      const found = await publishedPolicy(db, 'product', 'consumer_instalment', '2026-01-02');
      if (found === null) throw new Error('no consumer loan');
      const more = { balloonPercent: 30, interestOnlyFirst: { periods: 2, ...AFTER } };
      const repayment = { ...found.body.repayment, ...more, methods: [...METHODS] };
      return { ...found.body, repayment };
    });

  /** Somebody who asks for a method, signs, and lets the debits come. */
  const asksFor = (method: (typeof METHODS)[number]) => async (borrower: Borrower) => {
    await borrower.apply({ ...consumer, method });
    await borrower.sign(SIGN);
    await borrower.at('2026-03-20 12:00');
    const { contractId } = await borrower.application();
    const { shown, rateBps } = await lender.read(`/v1/contracts/${contractId}`, Contract);
    const { rows } = await lender.read(`/v1/loans/${await borrower.loanId()}/schedule`, Schedule);
    const plan = rows.map(({ charged }) => `${BigInt(charged.principal) + BigInt(charged.interest)}`);
    byMethod.set(method, { shown: Shown.parse(shown), rateBps, plan });
  };

  const stories = METHODS.map(
    (method): Story => ({
      special: `method ${method}`,
      borrower: someone('prime'),
      live: asksFor(method),
      expected: paidOff('payment-reminder', 'paid-off'),
    }),
  );

  const judge = () => {
    const { flat, balloon, 'interest-only-first': first } = Object.fromEntries(byMethod);
    for (const seen of [flat, balloon, first])
      expect(seen?.shown.plan.map((row) => row.totalMinor)).toEqual(seen?.plan);
    const parts = (seen: typeof flat) => (seen?.shown.plan ?? []).map((row) => Number(row.principalMinor));
    expect(parts(flat)).toEqual(Array(6).fill(500_000));
    expect(Number(flat?.shown.annualCostPercent) / ((flat?.rateBps ?? 0) / 100)).toBeGreaterThan(1.6);
    expect(parts(balloon).at(-1)).toBeGreaterThan(900_000);
    expect(Number(balloon?.shown.annualCostPercent)).toBeCloseTo((balloon?.rateBps ?? 0) / 100, 1);
    expect(parts(first).slice(0, 2)).toEqual([0, 0]);
    expect(new Set(first?.plan.slice(2, -1)).size).toBe(1);
  };

  return { offer, stories, judge };
}

import type { z } from 'zod';
import { Contract } from '../../../contracts/http/contracts';
import { type Loan, Schedule } from '../../../contracts/http/loans';
import type { ProductBody } from '../../../contracts/policy/product';
import { publishedPolicy } from '../../../db/repositories/policy';
import type { Borrower } from '../../../demo/borrower';
import { someone } from '../../../demo/cast/people';
import { consumer } from '../../../demo/cast/requests';
import { SIGN } from '../../../demo/cast/times';
import type { DemoResult } from '../../../demo/demo';
import type { Story } from '../../../demo/story';
import { type Lender, paidOff, Shown } from './lender';

const SHARES = [100_000, 100_000, 100_000, 200_000, 200_000, 300_000];
const upfront = { code: 'service_fee', names: { zh: '服务费', en: 'Service fee' }, when: 'upfront' } as const;
const PERCENT = { kind: 'rate', base: 'principal', ratePpm: 10_000 } as const;

/** Products of their own, beside those of the software: the consumer loan in another shape. */
const SHAPES = {
  table: (form) => ({
    ...form,
    termsMonths: [6],
    repayment: {
      ...form.repayment,
      ...{ methods: ['custom'], customTables: [{ termMonths: 6, sharesPpm: SHARES }] },
    },
  }),
  down_payment: (form) => ({
    ...form,
    repayment: { ...form.repayment, methods: ['equal-instalment'], downPaymentPercent: 20 },
  }),
  dollars: (form) => ({
    ...form,
    currency: 'USD',
    fees: [{ ...upfront, taken: 'withheld', amount: PERCENT }],
    repayment: { ...form.repayment, methods: ['equal-instalment'] },
  }),
} satisfies Readonly<Record<string, (form: ProductBody) => ProductBody>>;

/** Puts a product beside the consumer loan that differs from it in its shape. */
export const offerShape = (lender: Lender, code: string, change: (form: ProductBody) => ProductBody) =>
  lender.publish('2026-01-02', 'product', code, async (db) => {
    const found = await publishedPolicy(db, 'product', 'consumer_instalment', '2026-01-02');
    if (found === null) throw new Error('no consumer loan');
    return { ...change(found.body), code };
  });

interface Shaped {
  readonly shown: z.output<typeof Shown>;
  readonly contract: z.output<typeof Contract>;
  readonly plan: readonly { readonly dueOn: string; readonly total: string; readonly paid: string }[];
  readonly loan: z.output<typeof Loan>;
  readonly phone: string;
}

/** A table of shares, a down payment, and a fee kept back abroad. */
export function shapesOf(lender: Lender) {
  const byShape = new Map<string, Shaped>();

  const offer = async () => {
    for (const [shape, change] of Object.entries(SHAPES)) await offerShape(lender, shape, change);
  };

  /** Somebody who takes a product of another shape, and is looked at on the afternoon after the payout. */
  const takes = (shape: string) => async (borrower: Borrower) => {
    await borrower.apply({ ...consumer, productCode: shape });
    await borrower.sign(SIGN);
    await borrower.at('2026-03-03 12:00');
    const { contractId } = await borrower.application();
    const contract = await lender.read(`/v1/contracts/${contractId}`, Contract);
    const { rows } = await lender.read(`/v1/loans/${await borrower.loanId()}/schedule`, Schedule);
    const sum = (of: Record<string, string>) => `${BigInt(of.principal ?? 0) + BigInt(of.interest ?? 0)}`;
    const plan = rows.map(({ dueOn, charged, paid }) => ({ dueOn, total: sum(charged), paid: sum(paid) }));
    const loan = await borrower.account();
    const shown = Shown.parse(contract.shown);
    byShape.set(shape, { contract, plan, shown, loan, phone: borrower.data.phone });
  };

  const stories = Object.keys(SHAPES).map(
    (shape): Story => ({
      special: `shape ${shape}`,
      borrower: someone('prime'),
      live: takes(shape),
      expected: paidOff('payout-made', 'payment-reminder', 'paid-off'),
    }),
  );

  const judge = async ({ world }: DemoResult) => {
    const { table, down_payment: down, dollars } = Object.fromEntries(byShape);
    for (const seen of [table, down, dollars])
      expect(seen?.plan.map(({ total }) => total).filter((total) => total !== '0')).toEqual(
        seen?.shown.plan.map((row) => row.totalMinor),
      );
    const parts = (seen: typeof table) => (seen?.shown.plan ?? []).map((row) => Number(row.principalMinor));
    expect(parts(table)).toEqual(SHARES.map((share) => 3 * share));

    const [first, ...others] = down?.plan ?? [];
    expect(first).toEqual({ dueOn: down?.loan.disbursedOn, total: '600000', paid: '600000' });
    expect(new Set(others.slice(0, -1).map(({ total }) => total)).size).toBe(1);
    expect(down?.loan.balances).toMatchObject({ principalMinor: '2400000', overdueMinor: '0' });
    expect(Number(down?.shown.annualCostPercent)).toBeCloseTo((down?.contract.rateBps ?? 0) / 100, 0);

    expect(dollars?.loan).toMatchObject({ currency: 'USD', paid: { fee: '30000' } });
    expect(dollars?.loan.balances).toMatchObject({
      principalMinor: '3000000',
      feeMinor: '0',
      suspenseMinor: '0',
    });
    expect(Number(dollars?.shown.annualCostPercent)).toBeGreaterThan(
      (dollars?.contract.rateBps ?? 0) / 100 + 3,
    );
    const told = await world.sandbox.messages(dollars?.phone);
    expect(told.some(({ body }) => body.includes('US$29,700.00'))).toBe(true);
  };

  return { offer, stories, judge };
}

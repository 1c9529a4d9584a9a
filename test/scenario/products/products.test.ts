import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Application } from '../../../contracts/http/applications';
import { Contract } from '../../../contracts/http/contracts';
import { LoanDraws } from '../../../contracts/http/draws';
import { type Loan, Schedule } from '../../../contracts/http/loans';
import type { ProductBody } from '../../../contracts/policy/product';
import { type Db, openDatabase } from '../../../db/client';
import { publishedPolicy } from '../../../db/repositories/policy';
import {
  approvePolicy,
  draftPolicy,
  publishPolicy,
  submitPolicy,
} from '../../../db/repositories/policy-editing';
import type { Borrower } from '../../../demo/borrower';
import { someone } from '../../../demo/cast/people';
import { consumer, revolving } from '../../../demo/cast/requests';
import { SIGN } from '../../../demo/cast/times';
import { runDemo } from '../../../demo/demo';
import { shanghai } from '../../../demo/time';
import type { Json } from '../../../domain/policy/diff';
import { type Stack, startStack } from '../../../stack/stack';
import { devToken } from '../../../stack/tokens';

jest.setTimeout(400_000);

/**
 * Goal: one loan at LPR + points, from the form over its contract to a new rate on its day, and beside it one of each method
 * that a product was given by policy alone; all of them decided, signed, paid out, debited on their days, and paid off.
 */
const folder = mkdtempSync(join(tmpdir(), 'loanflow-products-'));
let stack: Stack;
beforeAll(async () => {
  const environment = { RATE_LIMIT_PER_MINUTE: '100000' };
  stack = await startStack({ dataDir: folder, ports: 'free', progress: () => undefined, environment });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The next version of a policy, drafted by one person and approved by another. */
async function publish(
  on: string,
  kind: 'product' | 'reference_rate',
  code: string,
  change: (db: Db) => Promise<Json>,
): Promise<void> {
  const { db, close } = openDatabase({ connectionString: stack.database.appUrl });
  const body = await change(db);
  const now = new Date(`${on}T02:00:00Z`);
  await db.transaction(async (tx) => {
    const made = await draftPolicy(tx, { kind, code, body, effectiveFrom: on, author: 'usr_a' }, now);
    if (!made.ok) throw new Error(made.code);
    await submitPolicy(tx, made.id);
    await approvePolicy(tx, made.id, 'usr_b', now);
    await publishPolicy(tx, made.id, { on, today: on, by: 'usr_a' }, now);
  });
  await close();
}

/** A version of the LPR with one notice more. */
async function publishLpr(publishedOn: string, rateBps: number): Promise<void> {
  const publications = [
    { publishedOn: '2025-05-20', tenor: '1Y', rateBps: 300 },
    { publishedOn, tenor: '1Y', rateBps },
  ];
  await publish(publishedOn, 'reference_rate', 'lpr', async () => ({ publications }));
}

// biome-ignore lint/suspicious/noThenProperty: the field of the policy; it holds text, nothing awaits it
const AFTER = { then: 'equal-instalment' };
const METHODS = ['flat', 'balloon', 'interest-only-first'] as const;

/** The consumer loan with the methods that it does not come with. */
function offerMethods(): Promise<void> {
  return publish('2026-01-02', 'product', 'consumer_instalment', async (db) => {
    const found = await publishedPolicy(db, 'product', 'consumer_instalment', '2026-01-02');
    if (found === null) throw new Error('no consumer loan');
    const more = { balloonPercent: 30, interestOnlyFirst: { periods: 2, ...AFTER } };
    const repayment = { ...found.body.repayment, ...more, methods: [...METHODS] };
    return { ...found.body, repayment };
  });
}

const SHARES = [100_000, 100_000, 100_000, 200_000, 200_000, 300_000];
const upfront = { code: 'service_fee', names: { zh: '服务费', en: 'Service fee' }, when: 'upfront' } as const;
const PERCENT = { kind: 'rate', base: 'principal', ratePpm: 10_000 } as const;

/** Products of their own, beside those of the software: the consumer loan in another shape. */
const SHAPES: Readonly<Record<string, (form: ProductBody) => ProductBody>> = {
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
  cooling: (form) => ({ ...form, waits: { ...form.waits, coolingOffHours: 48 } }),
};

async function offerShapes(): Promise<void> {
  for (const [shape, change] of Object.entries(SHAPES))
    await publish('2026-01-02', 'product', shape, async (db) => {
      const found = await publishedPolicy(db, 'product', 'consumer_instalment', '2026-01-02');
      if (found === null) throw new Error('no consumer loan');
      return { ...change(found.body), code: shape };
    });
}

async function read<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>> {
  const token = await devToken(stack.urls.api, 'operator', 'operator1');
  const response = await fetch(`${stack.urls.api}${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

const seen: {
  contract?: z.output<typeof Contract>;
  limit?: z.output<typeof Contract>;
  before?: z.output<typeof Schedule>;
  after?: z.output<typeof Schedule>;
} = {};

async function live(borrower: Borrower): Promise<void> {
  await borrower.apply({ ...consumer, productCode: 'consumer_floating', termMonths: 12 });
  await borrower.sign(SIGN);
  await borrower.at('2026-03-20 12:00');
  const { contractId } = await borrower.application();
  seen.contract = await read(`/v1/contracts/${contractId}`, Contract);
  const plan = `/v1/loans/${await borrower.loanId()}/schedule`;
  seen.before = await read(plan, Schedule);
  await publishLpr('2026-05-20', 250);
  await borrower.at('2026-06-20 12:00');
  seen.after = await read(plan, Schedule);
}

const Shown = z.object({
  annualCostPercent: z.string(),
  plan: z.array(z.object({ dueOn: z.string(), principalMinor: z.string(), totalMinor: z.string() })),
});
const byMethod = new Map<string, { shown: z.output<typeof Shown>; rateBps: number; plan: string[] }>();

/** Somebody who asks for a method, signs, and lets the debits come. */
const asksFor = (method: (typeof METHODS)[number]) => async (borrower: Borrower) => {
  await borrower.apply({ ...consumer, method });
  await borrower.sign(SIGN);
  await borrower.at('2026-03-20 12:00');
  const { contractId } = await borrower.application();
  const { shown, rateBps } = await read(`/v1/contracts/${contractId}`, Contract);
  const { rows } = await read(`/v1/loans/${await borrower.loanId()}/schedule`, Schedule);
  const plan = rows.map(({ charged }) => `${BigInt(charged.principal) + BigInt(charged.interest)}`);
  byMethod.set(method, { shown: Shown.parse(shown), rateBps, plan });
};
const methodStories = METHODS.map((method) => ({
  special: `method ${method}`,
  borrower: someone('prime'),
  live: asksFor(method),
  expected: {
    ...({ stage: 'CLOSED', outcome: 'PAID_OFF', route: 'AUTO', worstDaysOverdue: 0 } as const),
    messages: ['payment-reminder', 'paid-off'] as const,
  },
}));

interface Shaped {
  readonly shown: z.output<typeof Shown>;
  readonly contract: z.output<typeof Contract>;
  readonly plan: readonly { readonly dueOn: string; readonly total: string; readonly paid: string }[];
  readonly loan: z.output<typeof Loan>;
  readonly phone: string;
}
const byShape = new Map<string, Shaped>();

/** Somebody who takes a product of another shape, and is looked at on the afternoon after the payout. */
const takes = (shape: string) => async (borrower: Borrower) => {
  await borrower.apply({ ...consumer, productCode: shape });
  await borrower.sign(SIGN);
  await borrower.at('2026-03-03 12:00');
  const { contractId } = await borrower.application();
  const contract = await read(`/v1/contracts/${contractId}`, Contract);
  const { rows } = await read(`/v1/loans/${await borrower.loanId()}/schedule`, Schedule);
  const sum = (of: Record<string, string>) => `${BigInt(of.principal ?? 0) + BigInt(of.interest ?? 0)}`;
  const plan = rows.map(({ dueOn, charged, paid }) => ({ dueOn, total: sum(charged), paid: sum(paid) }));
  byShape.set(shape, {
    ...{
      contract,
      plan,
      shown: Shown.parse(contract.shown),
      loan: await borrower.account(),
      phone: borrower.data.phone,
    },
  });
};
const shapeStories = ['table', 'down_payment', 'dollars'].map((shape) => ({
  special: `shape ${shape}`,
  borrower: someone('prime'),
  live: takes(shape),
  expected: {
    ...({ stage: 'CLOSED', outcome: 'PAID_OFF', route: 'AUTO', worstDaysOverdue: 0 } as const),
    messages: ['payout-made', 'payment-reminder', 'paid-off'] as const,
  },
}));

const cooled: z.output<typeof Application>[] = [];

/** Somebody whose money is kept back for two days after the signature. */
async function coolsOff(borrower: Borrower): Promise<void> {
  await borrower.apply({ ...consumer, productCode: 'cooling' });
  await borrower.sign(SIGN);
  for (const at of ['2026-03-03 12:00', '2026-03-04 11:00', '2026-03-04 12:00']) {
    await borrower.at(at);
    cooled.push(await borrower.application());
  }
}

/** Somebody who thinks better of it in that time. */
async function thinksBetter(borrower: Borrower): Promise<void> {
  await borrower.apply({ ...consumer, productCode: 'cooling' });
  await borrower.sign(SIGN);
  await borrower.at('2026-03-03 12:00');
  await borrower.withdraw();
}

const line: { at: string; draws: z.output<typeof LoanDraws>; loan: z.output<typeof Loan> }[] = [];

/** Somebody with a limit: draws, repays a part, draws again more than was ever left, repays all of it, and gives the limit up. */
async function revolves(borrower: Borrower): Promise<void> {
  const look = async (at: string) => {
    await borrower.at(at);
    const draws = await read(`/v1/loans/${await borrower.loanId()}/draws`, LoanDraws);
    line.push({ at, draws, loan: await borrower.account() });
  };
  await borrower.apply(revolving);
  await borrower.sign(SIGN);
  const { contractId } = await borrower.application();
  seen.limit = await read(`/v1/contracts/${contractId}`, Contract);
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
}

let result: Awaited<ReturnType<typeof runDemo>>;

it('lives through the year with books that are even', async () => {
  await offerShapes();
  await offerMethods();
  const story = {
    special: 'floating rate',
    borrower: someone('prime'),
    live,
    expected: {
      stage: 'CLOSED',
      outcome: 'PAID_OFF',
      route: 'AUTO',
      worstDaysOverdue: 0,
      messages: ['rate-changed', 'payment-reminder', 'paid-off'],
    },
  } as const;
  const limit = {
    special: 'draw and repay',
    borrower: someone('prime'),
    live: revolves,
    expected: {
      ...({ stage: 'CLOSED', outcome: 'PAID_OFF', route: 'AUTO', worstDaysOverdue: 0 } as const),
      messages: ['payout-made', 'payment-received', 'paid-off'] as const,
    },
  };
  const cools = { ...limit, special: 'cooling-off', live: coolsOff };
  const withdraws = {
    ...{ special: 'withdrawn in the cooling-off', borrower: someone('prime'), live: thinksBetter },
    expected: {
      ...({ stage: 'CLOSED', outcome: 'WITHDRAWN', route: 'AUTO', worstDaysOverdue: 0 } as const),
      messages: ['contract-signed'] as const,
    },
  };
  const paid = { ...cools, expected: { ...limit.expected, messages: ['payout-made', 'paid-off'] as const } };
  const cast = [story, limit, paid, withdraws, ...methodStories, ...shapeStories];
  result = await runDemo(stack, () => undefined, cast, shanghai('2027-03-20 12:00'));
  expect(result.checks.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
});

it('lends by each method of the product as its contract showed it', () => {
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
});

it('lends by a table, with a down payment, and with a fee kept back where the law allows it', async () => {
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
  const told = await result.world.sandbox.messages(dollars?.phone);
  expect(told.some(({ body }) => body.includes('US$29,700.00'))).toBe(true);
});

it('pays out when the cooling-off is over, and not before', () => {
  expect(cooled.map(({ stage, waitingFor }) => [stage, waitingFor])).toEqual([
    ['OFFER', 'COOLING_OFF'],
    ['OFFER', 'COOLING_OFF'],
    ['REPAYING', 'DUE_DATE'],
  ]);
  const [waiting] = cooled;
  expect(waiting?.waitUntil).toBe(shanghai('2026-03-04 11:01'));
});

it('restores the limit by what is repaid, bills interest by day, stays open when empty, and ends when given up', () => {
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
  expect([first?.draws.revolving, first?.draws.drawsLeft, drawn?.draws.drawsLeft]).toEqual([true, 199, 198]);

  // Interest of each day on what was owed on it, billed on the due date and debited from the card.
  const day = (on: string) => Date.parse(on) / 86_400_000;
  const out = day(first?.loan.disbursedOn ?? '');
  const dueOn = first?.loan.nextDue?.on ?? '';
  const rate = (seen.limit?.rateBps ?? 0) / 10_000 / 365;
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
});

it('follows the LPR on its repricing day, says so, and is paid off at the new instalment', async () => {
  const { endings, world } = result;
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
  const left = (after?.rows ?? []).slice(3).reduce((sum, { charged }) => sum + Number(charged.principal), 0);
  const monthly = (rateBps - 50) / 10_000 / 12;
  const expected = Math.round((left * monthly * (1 + monthly) ** 9) / ((1 + monthly) ** 9 - 1));
  expect(Number(lower)).toBe(expected);

  const [ending] = endings;
  const told = await world.sandbox.messages(ending?.borrower.data.phone);
  const yuan = (Number(lower) / 100).toFixed(2);
  const message = told.find(({ templateCode }) => templateCode === 'rate-changed')?.body ?? '';
  expect(message).toContain(`${((rateBps - 50) / 100).toFixed(2)}%`);
  expect(message.replaceAll(',', '')).toContain(yuan);
  const reminders = told.filter(({ templateCode }) => templateCode === 'payment-reminder');
  expect(reminders.some(({ body }) => body.replaceAll(',', '').includes(yuan))).toBe(true);
});

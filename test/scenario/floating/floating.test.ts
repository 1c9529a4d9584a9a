import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { Contract } from '../../../contracts/http/contracts';
import { Schedule } from '../../../contracts/http/loans';
import { openDatabase } from '../../../db/client';
import {
  approvePolicy,
  draftPolicy,
  publishPolicy,
  submitPolicy,
} from '../../../db/repositories/policy-editing';
import type { Borrower } from '../../../demo/borrower';
import { someone } from '../../../demo/cast/people';
import { consumer } from '../../../demo/cast/requests';
import { SIGN } from '../../../demo/cast/times';
import { runDemo } from '../../../demo/demo';
import { shanghai } from '../../../demo/time';
import { type Stack, startStack } from '../../../stack/stack';
import { devToken } from '../../../stack/tokens';

jest.setTimeout(400_000);

/** Goal: one loan at LPR + points, from the form over its contract to a new rate on its day, and on to payoff. */
const folder = mkdtempSync(join(tmpdir(), 'loanflow-floating-'));
let stack: Stack;
beforeAll(async () => {
  const environment = { RATE_LIMIT_PER_MINUTE: '100000' };
  stack = await startStack({ dataDir: folder, ports: 'free', progress: () => undefined, environment });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A version of the LPR with one notice more, drafted by one person and approved by another. */
async function publishLpr(publishedOn: string, rateBps: number): Promise<void> {
  const { db, close } = openDatabase({ connectionString: stack.database.appUrl });
  const publications = [
    { publishedOn: '2025-05-20', tenor: '1Y', rateBps: 300 },
    { publishedOn, tenor: '1Y', rateBps },
  ];
  const draft = { kind: 'reference_rate' as const, code: 'lpr', body: { publications } };
  const now = new Date(`${publishedOn}T02:00:00Z`);
  await db.transaction(async (tx) => {
    const made = await draftPolicy(tx, { ...draft, effectiveFrom: publishedOn, author: 'usr_a' }, now);
    if (!made.ok) throw new Error(made.code);
    await submitPolicy(tx, made.id);
    await approvePolicy(tx, made.id, 'usr_b', now);
    await publishPolicy(tx, made.id, { on: publishedOn, today: publishedOn, by: 'usr_a' }, now);
  });
  await close();
}

async function read<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>> {
  const token = await devToken(stack.urls.api, 'operator', 'operator1');
  const response = await fetch(`${stack.urls.api}${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

const seen: {
  contract?: z.output<typeof Contract>;
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

it('follows the LPR on its repricing day, says so, and is paid off at the new instalment', async () => {
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
  const { endings, checks, world } = await runDemo(
    stack,
    () => undefined,
    [story],
    shanghai('2027-03-20 12:00'),
  );
  expect(checks.filter(({ wrong }) => wrong.length > 0)).toEqual([]);

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

import { eq } from 'drizzle-orm';
import { reconcileDay } from '../../../activities/close/reconcile-day';
import { openDatabase } from '../../../db/client';
import { reconcileStatement } from '../../../db/repositories/reconciliation';
import { openReconciliationTasks } from '../../../db/repositories/reconciliation-tasks';
import { accrualBooks, payments, reconciliations } from '../../../db/schema';
import { accrualAccounts } from '../../../domain/ledger/accrual-state';
import { HttpPaymentClient } from '../../../providers/payments/http-payment-client';
import { freshDatabase, type TestDatabase } from '../../support/postgres';
import { terms } from '../../unit/account/sample';
import { at, type RunningSandbox, startSandbox } from '../../unit/sandbox/running-sandbox';

const clock = { id: 'clk_recon', now: '2026-03-03T02:00:00.000Z' };
const card = '6222020000000000002';

/** Goal: whatever difference is planted into the bank's statement is found, and nothing else is. */
describe('reconciling with the sandbox bank', () => {
  let database: TestDatabase;
  let open: ReturnType<typeof openDatabase>;
  let sandbox: RunningSandbox;
  let bank: HttpPaymentClient;
  const refs: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    open = openDatabase({ connectionString: database.appUrl });
    sandbox = await startSandbox();
    bank = new HttpPaymentClient({ baseUrl: `${sandbox.url}/bank`, timeoutMs: 5_000 });
    const then = at(clock.id, '2026-03-02T02:00:00.000Z');
    for (let index = 1; index <= 5; index++) {
      const amountMinor = String(index * 1_000);
      const body = { amountMinor, reference: `loan_${index}` };
      const { json, status, text } = await sandbox.call(
        'POST',
        `/bank/accounts/${card}/transfer`,
        body,
        then,
      );
      if (status >= 300) throw new Error(text);
      refs.push(json.bankRef);
      await open.db.insert(payments).values({
        ...{ id: `pay_${index}`, loanId: `loan_${index}`, payerRef: json.bankRef, source: 'transfer' },
        ...{ amountMinor: BigInt(amountMinor), currency: 'CNY', valueOn: '2026-03-02', status: 'booked' },
        ...{ receivedAt: new Date(clock.now), clockId: clock.id },
      });
    }
  });
  afterAll(async () => {
    await bank.close();
    await sandbox.stop();
    await open.close();
    await database.drop();
  });

  it('finds every planted difference and only those', async () => {
    const plant = (flaw: Record<string, string>) =>
      sandbox.call(
        'POST',
        '/control/statement-differences',
        { statementOn: '2026-03-02', ...flaw },
        at(clock.id, clock.now),
      );
    const planted = [
      await plant({ kind: 'missing', bankRef: refs[0]! }),
      await plant({ kind: 'duplicate', bankRef: refs[1]! }),
      await plant({ kind: 'amount', bankRef: refs[2]!, amountMinor: '2999' }),
      await plant({ kind: 'extra', bankRef: 'BT-STRANGER', amountMinor: '777' }),
    ];
    expect(planted.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const statement = await bank.fetchStatement({ on: '2026-03-02', currency: 'CNY' }, { clock });
    const run = await open.db.transaction((tx) =>
      reconcileStatement(tx, statement, { clockId: clock.id, at: new Date(clock.now) }),
    );
    const tasks = await openReconciliationTasks(open.db, clock.id);
    const found = tasks.map(({ kind, moveRef, bankRef }) => [kind, moveRef ?? bankRef]).sort();
    expect(found).toEqual(
      [
        ['missing-at-bank', 'pay_1'],
        ['shown-twice', 'pay_2'],
        ['amount-differs', 'pay_3'],
        ['unknown-to-us', 'BT-STRANGER'],
      ].sort(),
    );
    expect(run).toMatchObject({ matched: 3, differences: 4 });
  });

  it('takes the statement of each currency in use against the money in it', async () => {
    const abroad = { id: 'clk_dollars', now: '2026-03-03T02:00:00.000Z' };
    const then = at(abroad.id, '2026-03-02T02:00:00.000Z');
    for (const [index, currency] of ['CNY', 'USD'].entries()) {
      const body = { amountMinor: '5000', reference: 'loan_fx', currency };
      const { json } = await sandbox.call('POST', `/bank/accounts/${card}/transfer`, body, then);
      // Ours says the dollars came to 50.01, and the yuan to 50.00 as they did.
      await open.db.insert(payments).values({
        ...{ id: `pay_fx_${currency}`, loanId: 'loan_fx', payerRef: json.bankRef, source: 'transfer' },
        ...{ amountMinor: 5_000n + BigInt(index), currency, valueOn: '2026-03-02', status: 'booked' },
        ...{ receivedAt: new Date(abroad.now), clockId: abroad.id },
      });
    }
    await open.db.insert(accrualBooks).values({
      ...{ clockId: abroad.id, productCode: 'dollars', branch: 'HQ', currency: 'USD' },
      ...accrualAccounts(terms()),
      ledger: {},
    });
    const day = { on: '2026-03-02', clockId: abroad.id, at: new Date(abroad.now) };
    const parties = { db: open.db, payments: bank };
    expect(await reconcileDay(parties, day, { clock: abroad })).toBe(1);
    expect(await reconcileDay(parties, day, { clock: abroad })).toBe(1);
    const runs = await open.db
      .select({ currency: reconciliations.currency, matched: reconciliations.matchedCount })
      .from(reconciliations)
      .where(eq(reconciliations.clockId, abroad.id));
    expect(runs.sort((a, b) => a.currency.localeCompare(b.currency))).toEqual([
      { currency: 'CNY', matched: 1 },
      { currency: 'USD', matched: 0 },
    ]);
    const tasks = await openReconciliationTasks(open.db, abroad.id);
    expect(tasks.map(({ kind, moveRef }) => [kind, moveRef])).toEqual([['amount-differs', 'pay_fx_USD']]);
  });
});

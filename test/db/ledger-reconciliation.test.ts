import type { BankStatement } from '../../contracts/sources/bank-statement';
import { openDatabase } from '../../db/client';
import { reconcileStatement } from '../../db/repositories/reconciliation';
import {
  openReconciliationTasks,
  readReconciliationTask,
  resolveReconciliationTask,
} from '../../db/repositories/reconciliation-tasks';
import { debits, payments, payouts, refunds } from '../../db/schema';
import { freshDatabase, type TestDatabase } from '../support/postgres';

const at = new Date('2026-03-11T02:00:00Z');

describe('reconciling a day with the bank', () => {
  let database: TestDatabase;
  let open: ReturnType<typeof openDatabase>;

  beforeAll(async () => {
    database = await freshDatabase();
    open = openDatabase({ connectionString: database.appUrl });
    const money = { currency: 'CNY', clockId: null };
    await open.db.insert(payouts).values({
      ...{ id: 'out_1', key: 'order-out-1', applicationId: 'app_1', loanId: 'loan_1', attempt: 1 },
      ...{ amountMinor: 900_000n, maskedAccount: '6222 **** 1', status: 'confirmed', bankRef: 'BO1' },
      ...{ intendedAt: at, confirmedAt: at, valueOn: '2026-03-10' },
      ...money,
    });
    await open.db.insert(payouts).values({
      ...{ id: 'out_2', key: 'order-out-2', applicationId: 'app_2', loanId: 'loan_3', attempt: 1 },
      ...{ amountMinor: 400_000n, maskedAccount: '6222 **** 2', status: 'returned', bankRef: 'BO2' },
      ...{ intendedAt: at, confirmedAt: at, valueOn: '2026-02-01', returnedOn: '2026-03-11' },
      ...money,
    });
    await open.db.insert(refunds).values({
      ...{ id: 'out_r', key: 'refund/out_r', applicationId: 'app_1', loanId: 'loan_1' },
      ...{ amountMinor: 3_000n, status: 'returned', bankRef: 'BR1', askedAt: at, confirmedAt: at },
      ...{ valueOn: '2026-03-11', returnedOn: '2026-03-12' },
      ...money,
    });
    await open.db.insert(debits).values({
      ...{ id: 'deb_1', key: 'order-deb-1', loanId: 'loan_2', dueOn: '2026-03-10', attempt: 1 },
      ...{ amountMinor: 88_000n, status: 'confirmed', bankRef: 'BD1', intendedAt: at, settledAt: at },
      ...money,
    });
    const payment = { loanId: 'loan_2', intent: 'due' as const, receivedAt: at, ...money };
    await open.db.insert(payments).values([
      {
        ...payment,
        ...{ id: 'pay_d', payerRef: 'order-deb-1', source: 'debit', amountMinor: 88_000n },
        ...{ valueOn: '2026-03-10', status: 'booked' },
      },
      {
        ...payment,
        ...{ id: 'pay_1', payerRef: 'BT1', source: 'transfer', amountMinor: 5_000n },
        ...{ valueOn: '2026-03-10', status: 'bounced', bouncedOn: '2026-03-11' },
      },
      {
        ...payment,
        ...{ id: 'pay_2', payerRef: 'BT2', source: 'transfer', amountMinor: 7_000n },
        ...{ valueOn: '2026-03-10', status: 'booked' },
      },
      {
        ...payment,
        ...{ id: 'pay_c', payerRef: 'cash', source: 'counter', amountMinor: 9_000n },
        ...{ valueOn: '2026-03-10', status: 'booked' },
      },
    ]);
  });
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  type Line = Omit<BankStatement['lines'][number], 'lineNo' | 'bookedOn' | 'currency' | 'reference'>;
  function statement(statementOn: string, opening: number, lines: readonly Line[]): BankStatement {
    const moved = lines.reduce(
      (sum, line) => sum + Number(line.amountMinor) * (line.side === 'credit' ? 1 : -1),
      0,
    );
    return {
      statementOn,
      clockId: null,
      currency: 'CNY',
      openingMinor: String(opening),
      closingMinor: String(opening + moved),
      lineCount: lines.length,
      lines: lines.map((line, index) => ({
        ...line,
        lineNo: index + 1,
        bookedOn: statementOn,
        currency: 'CNY',
        reference: null,
      })),
    };
  }
  const payout: Line = {
    side: 'debit',
    kind: 'payout',
    amountMinor: '900000',
    bankRef: 'BO1',
    orderNo: 'order-out-1',
  };
  const debit: Line = {
    side: 'credit',
    kind: 'debit',
    amountMinor: '88000',
    bankRef: 'BD1',
    orderNo: 'order-deb-1',
  };
  const transfer: Line = {
    side: 'credit',
    kind: 'transfer',
    amountMinor: '5000',
    bankRef: 'BT1',
    orderNo: null,
  };

  const refund: Line = {
    side: 'debit',
    kind: 'payout',
    amountMinor: '3000',
    bankRef: 'BR1',
    orderNo: 'refund/out_r',
  };
  const returned: Line = {
    side: 'credit',
    kind: 'payout_return',
    amountMinor: '400000',
    bankRef: 'BO2',
    orderNo: 'order-out-2',
  };

  function run(of: BankStatement) {
    return open.db.transaction((tx) => reconcileStatement(tx, of, { clockId: null, at }));
  }

  it('matches what agrees and opens a task for each difference, once', async () => {
    const stranger: Line = { ...transfer, bankRef: 'BX', kind: 'other', amountMinor: '7000' };
    const day = statement('2026-03-10', 1_000_000, [payout, debit, transfer, stranger]);
    const first = await run(day);
    expect(first).toMatchObject({ replayed: false, matched: 3, differences: 2 });
    expect(await run(day)).toEqual({ ...first, replayed: true });
    const tasks = await openReconciliationTasks(open.db, null);
    expect(tasks.map((task) => [task.kind, task.bankRef, task.moveRef, task.proposal])).toEqual(
      expect.arrayContaining([
        ['unknown-to-us', 'BX', null, 'pay_2'],
        ['missing-at-bank', null, 'pay_2', null],
      ]),
    );
    expect(tasks).toHaveLength(2);
  });

  it('recognises a late line and a bounce the day after, and a wrong opening', async () => {
    const late: Line = { ...transfer, bankRef: 'BT2', amountMinor: '7000' };
    const bounce: Line = { ...transfer, side: 'debit', kind: 'transfer_bounce' };
    const result = await run(statement('2026-03-11', 1, [late, bounce, refund, returned]));
    expect(result).toMatchObject({ matched: 4, differences: 1 });
    const kinds = (await openReconciliationTasks(open.db, null)).map((task) => task.kind);
    expect(kinds).toContain('opening-differs');
  });

  it('misses a refund that came back and that the bank does not show, on its own day', async () => {
    const closing = 1 + 7_000 - 5_000 - 3_000 + 400_000;
    const quiet = await run(statement('2026-03-12', closing, []));
    expect(quiet).toMatchObject({ matched: 0, differences: 1 });
    const [task] = (await openReconciliationTasks(open.db, null)).slice(-1);
    expect([task?.kind, task?.moveRef, task?.ownMinor]).toEqual(['missing-at-bank', 'out_r/return', 3_000n]);
  });

  it('is settled by one person with a reason, and read by another', async () => {
    const [task] = await openReconciliationTasks(open.db, null);
    const settle = () =>
      open.db.transaction((tx) =>
        resolveReconciliationTask(tx, task!.id, { by: 'usr_1', code: 'BOOKED', at }),
      );
    const read = (by: string, agrees: boolean) =>
      open.db.transaction((tx) => readReconciliationTask(tx, task!.id, { by, agrees, at }));
    expect(await read('usr_2', true)).toBeNull();
    expect(await settle()).toMatchObject({ status: 'resolved', resolution: 'BOOKED' });
    expect(await settle()).toBeNull();
    expect(await read('usr_2', false)).toMatchObject({ status: 'open', resolvedBy: null });
    expect(await settle()).toMatchObject({ status: 'resolved' });
    await expect(read('usr_1', true)).rejects.toThrow();
    expect(await read('usr_2', true)).toMatchObject({ status: 'confirmed', confirmedBy: 'usr_2' });
  });
});

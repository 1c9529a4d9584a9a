import type { BankStatement } from '../../contracts/sources/bank-statement';
import { openDatabase } from '../../db/client';
import {
  openReconciliationTasks,
  reconcileStatement,
  resolveReconciliationTask,
} from '../../db/repositories/reconciliation';
import { debits, payments, payouts } from '../../db/schema';
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
        ...{ valueOn: '2026-03-10', status: 'bounced' },
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
    const result = await run(statement('2026-03-11', 1, [late, bounce]));
    expect(result).toMatchObject({ matched: 2, differences: 1 });
    const kinds = (await openReconciliationTasks(open.db, null)).map((task) => task.kind);
    expect(kinds).toContain('opening-differs');
  });

  it('is settled by one person with a reason', async () => {
    const [task] = await openReconciliationTasks(open.db, null);
    const settle = () =>
      open.db.transaction((tx) =>
        resolveReconciliationTask(tx, task!.id, { by: 'usr_1', code: 'BOOKED', at }),
      );
    expect(await settle()).toBe(true);
    expect(await settle()).toBe(false);
  });
});

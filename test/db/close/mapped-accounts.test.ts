import { Client } from 'pg';
import { toDay } from '../../../domain/calendar/civil-day';
import { chart, type LedgerRole } from '../../../domain/ledger/chart';
import { instalmentLoan, Portfolio } from './portfolio';

/** Goal: a product with account numbers of its own is provisioned and proven on those, beside one that uses the chart. */
describe('closing a product that maps its accounts', () => {
  const start = toDay('2026-01-15');
  const roles = [
    'principal.normal',
    'principal.overdue',
    'interest.accrued',
    'interest.due',
    'penalty.due',
    'compound.due',
    'allowance',
    'expense.impairment',
  ] as const satisfies readonly LedgerRole[];
  const own = (role: LedgerRole): string => `${chart[role].code}88`;
  const ledger = Object.fromEntries(roles.map((role) => [role, own(role)]));
  let portfolio: Portfolio;

  beforeAll(async () => {
    portfolio = await Portfolio.open();
    const owner = new Client({ connectionString: portfolio.ownerUrl });
    await owner.connect();
    for (const role of roles)
      await owner.query('insert into gl_accounts (code, name_zh, name_en, kind) values ($1, $1, $1, $2)', [
        own(role),
        chart[role].kind,
      ]);
    await owner.end();
    await portfolio.disburse('mapped', { ...instalmentLoan(start), ledger }, 'cus_m', 'ODD');
    await portfolio.disburse('plain', instalmentLoan(start), 'cus_p', 'EVEN');
  });
  afterAll(() => portfolio.end());

  const balances = async (code: string, on: string) =>
    (
      await portfolio.pool.query(
        'select product_code, balance_minor from gl_days where account_code = $1 and closed_on = $2',
        [code, on],
      )
    ).rows;

  it('finds nothing amiss into arrears, with each allowance on its own account', async () => {
    await portfolio.closeThrough(start, start + 40);
    const lost = (name: string) => portfolio.noted(`loan_${name.padStart(26, '0')}`, start + 40);
    const [mapped, plain] = [await lost('mapped'), await lost('plain')];
    expect(mapped.loss_minor).toBeGreaterThan(0n);
    expect(await balances(own('allowance'), '2026-02-24')).toEqual([
      { product_code: 'ODD', balance_minor: -mapped.loss_minor },
    ]);
    expect(await balances(chart.allowance.code, '2026-02-24')).toEqual([
      { product_code: 'EVEN', balance_minor: -plain.loss_minor },
    ]);
  });

  it('still finds money that left the mapped accounts', async () => {
    const booked = `with e as (
      insert into journal_entries (id, idempotency_key, kind, description, product_code, branch, booked_on, effective_on, currency)
      select 'led_stray', 'stray', 'accrual', 'stray', 'ODD', branch, $1, $1, 'CNY' from loans where product_code = 'ODD' limit 1
      returning id)
      insert into postings (entry_id, line_no, account_code, amount_minor)
      select e.id, v.no, v.code, v.amount from e, (values (1, $2, 7::bigint), (2, $3, -7::bigint)) v (no, code, amount)`;
    await portfolio.pool.query(booked, ['2026-02-25', own('principal.normal'), chart['income.fee'].code]);
    const { findings } = await portfolio.close(start + 41);
    expect(findings).toEqual([
      expect.objectContaining({ check: 'principal', subject: expect.stringMatching(/^ODD\//) }),
    ]);
  });
});

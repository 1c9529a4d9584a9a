import { entriesForEvent, entriesForTime } from '../../../domain/ledger/entries';
import { targetBalances, vatWithin } from '../../../domain/ledger/targets';
import { fromPercent } from '../../../domain/money/decimal';
import { event, on, out, paid, terms } from '../account/sample';

const start = out('2026-01-10');
const taxed = terms({ vat: { interest: fromPercent('6'), fee: fromPercent('6') } });

describe('ledger balances of a loan', () => {
  it('splits the tax out of interest', () => {
    expect(vatWithin(100_000n, fromPercent('6'))).toBe(5_660n);
    expect(vatWithin(100_000n, fromPercent('0'))).toBe(0n);
    const held = targetBalances(taxed, on('2026-02-10', taxed, [start]));
    expect(held.get('interest.due')).toBe(100_000n);
    expect(held.get('income.interest')).toBe(-94_340n);
    expect(held.get('vat')).toBe(-5_660n);
  });

  it('accrues by day until the row is due, never more than the row', () => {
    const accrued = (day: string) =>
      targetBalances(terms(), on(day, terms(), [start])).get('interest.accrued') ?? 0n;
    expect(accrued('2026-01-10')).toBe(0n);
    expect(accrued('2026-01-20')).toBe(33_333n);
    expect(accrued('2026-02-09')).toBe(100_000n);
    expect(accrued('2026-02-10')).toBe(0n);
  });

  it('moves overdue principal, then all of it when interest stops accruing on the balance sheet', () => {
    const held = (day: string) => targetBalances(terms(), on(day, terms(), [start]));
    expect(held('2026-02-10').get('principal.overdue') ?? 0n).toBe(0n);
    expect(held('2026-02-11').get('principal.overdue')).toBe(788_488n);
    const ninety = held('2026-05-11');
    expect(ninety.get('principal.non_accrual') ?? 0n).toBe(0n);
    const beyond = held('2026-05-12');
    expect(beyond.get('principal.non_accrual')).toBe(10_000_000n);
    expect(beyond.get('income.interest') ?? 0n).toBe(0n);
    expect(beyond.get('memo.interest')).toBeGreaterThan(0n);
    expect(beyond.get('memo.contra')).toBe(-(beyond.get('memo.interest') ?? 0n));
  });

  it('brings interest back onto the balance sheet when the arrears are paid', () => {
    const account = on('2026-06-01', terms(), [start, paid('2026-06-01', 4_000_000n)]);
    expect(account.daysOverdue).toBe(0);
    const held = targetBalances(terms(), account);
    expect(held.get('memo.interest') ?? 0n).toBe(0n);
    expect(held.get('income.interest')).toBeLessThan(0n);
  });

  it('uses the accounts of the product', () => {
    const own = terms({ ledger: { clearing: '100299', 'principal.normal': '130399' } });
    const before = on('2026-01-10', own, []);
    const [entry] = entriesForEvent(own, before, on('2026-01-10', own, [start]), start);
    expect(entry?.lines.map((line) => line.accountCode)).toEqual(['130399', '100299']);
  });

  it('takes a waiver out of income and a write-off out of the allowance', () => {
    const waiver = event('2026-02-20', {
      type: 'waived',
      amounts: { fee: 0n, penalty: 3_942n, compound: 0n, interest: 100_000n, principal: 0n },
      reason: 'x',
    });
    const gone = event('2026-02-21', { type: 'written_off' });
    const account = on('2026-02-21', terms(), [start, waiver, gone]);
    const held = targetBalances(terms(), account);
    expect(held.get('income.waived')).toBe(103_942n);
    expect(held.get('principal.normal') ?? 0n).toBe(0n);
    expect(held.get('allowance')).toBeGreaterThan(10_000_000n);
    expect(held.get('memo.written_off_principal')).toBe(10_000_000n);
  });

  it('books the gain or loss of a claim that is sold', () => {
    const sold = event('2026-02-10', { type: 'transferred', buyer: 'AMC', priceMinor: 6_000_000n });
    const held = targetBalances(terms(), on('2026-02-10', terms(), [start, sold]));
    expect(held.get('income.transfer')).toBe(4_100_000n);
    expect(held.get('clearing')).toBe(-4_000_000n);
  });

  it('posts nothing when nothing changed', () => {
    const account = on('2026-02-10', terms(), [start]);
    expect(entriesForTime(terms(), account, account, account.asOf)).toEqual([]);
  });
});

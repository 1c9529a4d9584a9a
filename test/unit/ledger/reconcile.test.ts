import fc from 'fast-check';
import { type BankLine, type OwnMove, reconcile, type Statement } from '../../../domain/ledger/reconcile';

const day = '2026-03-10';
const move = (ref: string, over: Partial<OwnMove> = {}): OwnMove => ({
  ref,
  kind: 'transfer',
  side: 'credit',
  bankRef: `B-${ref}`,
  orderNo: null,
  amountMinor: 1_000n,
  valueOn: day,
  ...over,
});
const line = (lineNo: number, of: OwnMove, over: Partial<BankLine> = {}): BankLine => ({
  lineNo,
  side: of.side,
  kind: of.kind,
  bankRef: of.bankRef ?? 'B',
  orderNo: of.orderNo,
  amountMinor: of.amountMinor,
  ...over,
});
function statement(lines: readonly BankLine[], over: Partial<Statement> = {}): Statement {
  const moved = lines.reduce(
    (sum, { side, amountMinor }) => (side === 'credit' ? sum + amountMinor : sum - amountMinor),
    0n,
  );
  return {
    statementOn: day,
    openingMinor: 500n,
    closingMinor: 500n + moved,
    lineCount: lines.length,
    lines,
    ...over,
  };
}

describe('the daily bank reconciliation', () => {
  const payout = move('out_1', { kind: 'payout', side: 'debit', orderNo: 'order-1', amountMinor: 9_000n });
  const debit = move('deb_1', { kind: 'debit', orderNo: 'order-2' });
  const transfer = move('pay_1');
  const all = [payout, debit, transfer];

  it('matches by order number, then by the bank reference', () => {
    const lines = [line(1, payout, { bankRef: 'other' }), line(2, debit), line(3, transfer)];
    expect(reconcile(statement(lines), all)).toEqual({
      matched: [
        { lineNo: 1, ref: 'out_1', rule: 'order-number' },
        { lineNo: 2, ref: 'deb_1', rule: 'order-number' },
        { lineNo: 3, ref: 'pay_1', rule: 'bank-reference' },
      ],
      differences: [],
    });
  });

  it('finds a missing, an unknown, a doubled and a differing line', () => {
    const lines = [
      line(1, payout, { amountMinor: 9_001n }),
      line(2, debit),
      line(3, debit),
      line(4, transfer, { bankRef: 'stranger', kind: 'other' }),
    ];
    const { matched, differences } = reconcile(statement(lines), all);
    expect(matched).toEqual([{ lineNo: 2, ref: 'deb_1', rule: 'order-number' }]);
    expect(differences.map((difference) => difference.kind)).toEqual([
      'amount-differs',
      'shown-twice',
      'unknown-to-us',
      'missing-at-bank',
    ]);
    expect(differences[2]).toMatchObject({ proposal: 'pay_1' });
  });

  it('never takes money out for money in', () => {
    const bounce = move('pay_1/bounce', {
      kind: 'transfer_bounce',
      side: 'debit',
      bankRef: 'B-pay_1',
      valueOn: null,
    });
    const lines = [line(1, transfer), line(2, bounce)];
    const { matched } = reconcile(statement(lines), [transfer, bounce]);
    expect(matched.map(({ ref }) => ref)).toEqual(['pay_1', 'pay_1/bounce']);
    expect(reconcile(statement([]), [bounce]).differences).toEqual([]);
  });

  it('lets a move of an earlier day be shown late without missing it today', () => {
    const earlier = move('pay_0', { valueOn: '2026-03-08' });
    expect(reconcile(statement([]), [earlier]).differences).toEqual([]);
    expect(reconcile(statement([line(1, earlier)]), [earlier]).matched).toHaveLength(1);
  });

  it('checks the sums of the statement and where the day before ended', () => {
    const unsound = statement([line(1, transfer)], { closingMinor: 1_499n });
    expect(reconcile(unsound, [transfer], 400n).differences).toEqual([
      { kind: 'statement-unsound', expectedMinor: 1_500n, shownMinor: 1_499n },
      { kind: 'opening-differs', expectedMinor: 400n, shownMinor: 500n },
    ]);
    expect(
      reconcile(statement([line(1, transfer)], { lineCount: 2 }), [transfer]).differences[0],
    ).toMatchObject({ kind: 'statement-unsound' });
  });

  it('finds every planted difference and invents none', () => {
    const flaw = fc.constantFrom('none', 'missing', 'twice', 'amount', 'extra');
    fc.assert(
      fc.property(fc.array(flaw, { maxLength: 20 }), (flaws) => {
        const moves = flaws.map((_, index) => move(`m${index}`, { amountMinor: BigInt(1_000 + index) }));
        const lines: BankLine[] = [];
        const add = (of: OwnMove, over: Partial<BankLine> = {}) =>
          lines.push(line(lines.length + 1, of, over));
        flaws.forEach((kind, index) => {
          const own = moves[index]!;
          if (kind === 'missing') return;
          add(own, kind === 'amount' ? { amountMinor: own.amountMinor + 7n } : {});
          if (kind === 'twice') add(own);
          if (kind === 'extra') add(own, { bankRef: `x${index}`, kind: 'other' });
        });
        const { matched, differences } = reconcile(statement(lines), moves);
        const count = (kind: string) => flaws.filter((each) => each === kind).length;
        const found = (kind: string) => differences.filter((each) => each.kind === kind).length;
        expect(found('missing-at-bank')).toBe(count('missing'));
        expect(found('shown-twice')).toBe(count('twice'));
        expect(found('amount-differs')).toBe(count('amount'));
        expect(found('unknown-to-us')).toBe(count('extra'));
        expect(matched).toHaveLength(flaws.length - count('missing') - count('amount'));
      }),
    );
  });
});

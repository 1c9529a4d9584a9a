import type { Borrower } from '../borrower';
import { COLLECTOR, OPERATOR, SENIOR, type Story } from '../story';
import { someone } from './people';
import { bullet, business, car, instant, revolving } from './requests';
import { SIGN } from './times';

const paidOff = { stage: 'CLOSED', outcome: 'PAID_OFF', route: 'AUTO' } as const;

async function signed(borrower: Borrower, request = instant): Promise<void> {
  await borrower.apply(request);
  await borrower.sign(SIGN);
}

/** The ways of repaying, and what people do besides waiting for the debit. */
export const repayments: readonly Story[] = [
  {
    special: 'car loan, equal principal',
    borrower: someone('prime'),
    live: (borrower) => signed(borrower, car),
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['paid-off'] },
  },
  {
    special: 'business loan, interest first',
    borrower: someone('prime'),
    live: (borrower) => signed(borrower, business),
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['paid-off'] },
  },
  {
    special: 'drawn in two stages',
    borrower: someone('prime'),
    live: async (borrower) => {
      await signed(borrower, { ...business, firstDrawMinor: '4000000' });
      await borrower.at('2026-03-20 11:00');
      await borrower.draw('3000000');
    },
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['payout-made', 'paid-off'] },
  },
  {
    special: 'draw and repay: a part repaid, drawn again, paid off',
    borrower: someone('prime'),
    live: async (borrower) => {
      await signed(borrower, revolving);
      await borrower.at('2026-03-20 11:00');
      await borrower.transfer('400000');
      await borrower.at('2026-04-20 11:00');
      await borrower.draw('3000000');
      await borrower.at('2026-06-15 11:00');
      const { totalMinor } = await borrower.payoff();
      await borrower.prepay('payoff', totalMinor);
    },
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['payout-made', 'payment-received', 'paid-off'] },
  },
  {
    special: 'bullet loan',
    borrower: someone('prime'),
    live: (borrower) => signed(borrower, bullet),
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['payment-reminder', 'paid-off'] },
  },
  {
    special: 'paid off early after a quote',
    borrower: someone(),
    live: async (borrower) => {
      await signed(borrower, { ...instant, termMonths: 12 });
      await borrower.at('2026-06-15 11:00');
      const { totalMinor } = await borrower.payoff();
      await borrower.prepay('payoff', totalMinor);
    },
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['payment-received', 'paid-off'] },
  },
  {
    special: 'part prepaid, shorter term',
    borrower: someone(),
    live: async (borrower) => {
      await signed(borrower, { ...instant, termMonths: 12 });
      await borrower.at('2026-06-15 11:00');
      await borrower.prepay('shorter_term', '400000');
    },
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['payment-received', 'paid-off'] },
  },
  {
    special: 'short of balance once, retried',
    borrower: someone('debit_insufficient_once'),
    live: (borrower) => signed(borrower),
    expected: { ...paidOff, worstDaysOverdue: 1, messages: ['debit-failed', 'paid-off'] },
  },
  {
    special: 'overpaid at the end: suspense and refund',
    borrower: someone(),
    live: async (borrower) => {
      await signed(borrower);
      await borrower.at('2026-06-01 12:00');
      await borrower.setBalance('0');
      await borrower.at('2026-06-02 12:00');
      const { balances } = await borrower.account();
      await borrower.transfer(String(BigInt(balances.overdueMinor) + dueToday(balances) + 5_000n));
      await borrower.at('2026-06-03 12:00');
      await borrower.decide(OPERATOR, { decision: 'complete', outcome: 'refunded' }, 'refund');
    },
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['paid-off'] },
  },
  {
    special: 'payment for a closed loan',
    borrower: someone(),
    live: async (borrower) => {
      await signed(borrower);
      await borrower.at('2026-07-15 11:00');
      await borrower.transfer('88800');
      await borrower.at('2026-07-15 12:00');
      await borrower.taskFor(OPERATOR, 'refund');
    },
    expected: { ...paidOff, worstDaysOverdue: 0, messages: ['payment-received', 'paid-off'] },
  },
  {
    special: 'overdue 40 days, penalty waived, own transfer',
    borrower: someone(),
    live: async (borrower) => {
      await signed(borrower);
      await borrower.at('2026-03-20 12:00');
      await borrower.setBalance('0');
      await borrower.at('2026-04-07 12:00');
      await borrower.decide(COLLECTOR, { decision: 'complete', outcome: 'promised' }, 'call');
      await borrower.at('2026-05-12 11:00');
      const { penaltyMinor } = (await borrower.account()).balances;
      await borrower.change(SENIOR, 'waivers', {
        terms: { penalty: penaltyMinor, reason: 'HARDSHIP' },
        reasonCodes: ['HARDSHIP'],
        comment: '客户住院,减免罚息',
      });
      await borrower.at('2026-05-12 12:00');
      await borrower.transfer((await borrower.account()).balances.overdueMinor);
      await borrower.setBalance(null);
    },
    expected: {
      ...paidOff,
      worstDaysOverdue: 40,
      messages: [
        'debit-failed',
        'overdue-early',
        'overdue-middle',
        'overdue-late',
        'overdue-cured',
        'paid-off',
      ],
    },
  },
  {
    special: 'never pays: the whole ladder',
    borrower: someone('debit_insufficient_always'),
    live: async (borrower) => {
      await signed(borrower);
      await borrower.at('2027-03-12 11:00');
    },
    expected: {
      stage: 'OVERDUE',
      outcome: null,
      route: 'AUTO',
      worstDaysOverdue: 344,
      messages: ['debit-failed', 'overdue-early', 'overdue-middle', 'overdue-late'],
    },
  },
];

/** What has fallen due and is not counted as overdue yet. */
function dueToday({ principalMinor, interestDueMinor, overdueMinor }: Balances): bigint {
  const owed = BigInt(principalMinor) + BigInt(interestDueMinor);
  return owed - BigInt(overdueMinor);
}

interface Balances {
  principalMinor: string;
  interestDueMinor: string;
  overdueMinor: string;
}

import { COMMITTEE, OFFICER, OTHER_OFFICER, SENIOR, type Story } from '../story';
import { declared, someCompany, someone } from './people';
import { business, consumer, instant, workingCapital } from './requests';
import { DECIDE, DECIDE_NEXT, NEXT_DAY, SIGN, THIRD_DAY } from './times';

const approve = { decision: 'approve', comment: '资料齐全,还款来源可靠' };
const paidOff = { stage: 'CLOSED', outcome: 'PAID_OFF', worstDaysOverdue: 0 } as const;

/** Who decides: the machine, one person, two tiers, a committee; and what people add to a decision. */
export const approvals: readonly Story[] = [
  {
    special: 'straight through',
    borrower: someone(),
    live: async (borrower) => {
      await borrower.apply({ ...instant, termMonths: 12 });
      await borrower.sign(SIGN);
    },
    expected: {
      ...paidOff,
      route: 'AUTO',
      messages: ['application-approved', 'one-time-code', 'payment-reminder', 'payment-received', 'paid-off'],
    },
  },
  {
    special: 'referred to an officer',
    borrower: someone('near_prime'),
    live: async (borrower) => {
      await borrower.apply(consumer);
      await borrower.at(DECIDE);
      await borrower.decide(OFFICER, approve);
      await borrower.sign(SIGN);
    },
    expected: { ...paidOff, route: 'OFFICER', messages: ['application-approved', 'paid-off'] },
  },
  {
    special: 'officer, then senior officer',
    borrower: someone('prime'),
    live: async (borrower) => {
      await borrower.apply({
        ...consumer,
        amountMinor: '15000000',
        documents: [...consumer.documents, 'income_proof', 'bank_statement'],
      });
      await borrower.at(DECIDE);
      await borrower.decide(OFFICER, approve);
      await borrower.at(DECIDE_NEXT);
      await borrower.decide(SENIOR, approve);
      await borrower.sign(SIGN);
    },
    expected: { ...paidOff, route: 'OFFICER_SENIOR', messages: ['application-approved', 'paid-off'] },
  },
  {
    special: 'committee of three, one against',
    borrower: someone('prime'),
    live: async (borrower) => {
      await borrower.apply({
        ...business,
        amountMinor: '60000000',
        declared: { ...declared, monthlyIncomeMinor: '40000000' },
      });
      await borrower.at(DECIDE);
      const [first, second, third] = COMMITTEE;
      if (!first || !second || !third) throw new Error('a committee has three members');
      await borrower.decide(first, approve);
      await borrower.decide(second, {
        decision: 'reject',
        reasonCodes: ['OFFICER_JUDGEMENT'],
        comment: '集中度偏高',
      });
      await borrower.decide(third, approve);
      await borrower.sign(SIGN);
    },
    expected: { ...paidOff, route: 'COMMITTEE', messages: ['application-approved', 'paid-off'] },
  },
  {
    special: 'working capital, limited to the computed need',
    borrower: someCompany(),
    live: async (borrower) => {
      await borrower.apply(workingCapital);
      await borrower.at(DECIDE);
      for (const member of COMMITTEE.slice(0, 2)) await borrower.decide(member, approve);
      await borrower.sign(SIGN);
    },
    expected: { ...paidOff, route: 'COMMITTEE', messages: ['application-approved', 'paid-off'] },
  },
  {
    special: 'returned for documents by the officer',
    borrower: someone('near_prime'),
    live: async (borrower) => {
      await borrower.apply(consumer);
      await borrower.at(DECIDE);
      await borrower.decide(OTHER_OFFICER, {
        decision: 'return',
        documents: ['income_proof'],
        comment: '请补充收入证明',
      });
      await borrower.at(NEXT_DAY);
      await borrower.supply('income_proof');
      await borrower.at('2026-03-03 14:20');
      await borrower.decide(OFFICER, approve);
      await borrower.sign('2026-03-03 15:00');
    },
    expected: { ...paidOff, route: 'OFFICER', messages: ['supplement-request', 'application-approved'] },
  },
  {
    special: 'approved: lower amount, higher rate',
    borrower: someone('near_prime'),
    live: async (borrower) => {
      await borrower.apply(consumer);
      await borrower.at(DECIDE);
      await borrower.decide(OFFICER, {
        ...approve,
        conditions: { amountMinor: '2000000', rateBps: 1700 },
        comment: '降额并上浮利率',
      });
      await borrower.sign(SIGN);
    },
    expected: { ...paidOff, route: 'OFFICER', messages: ['application-approved'] },
  },
  {
    special: 'bureau never answers: a person decides',
    borrower: someone('bureau_timeout_always'),
    live: async (borrower) => {
      await borrower.apply(instant);
      await borrower.at(DECIDE);
      await borrower.decide(OTHER_OFFICER, approve);
      await borrower.sign(SIGN);
    },
    expected: { ...paidOff, route: 'OFFICER', messages: ['application-approved'] },
  },
  {
    special: 'withdrawn while an officer decides',
    borrower: someone('near_prime'),
    live: async (borrower) => {
      await borrower.apply(consumer);
      await borrower.at(DECIDE);
      await borrower.withdraw();
    },
    expected: { stage: 'CLOSED', outcome: 'WITHDRAWN', route: 'OFFICER', worstDaysOverdue: 0, messages: [] },
  },
  {
    special: 'offer refused',
    borrower: someone(),
    live: async (borrower) => {
      await borrower.apply(instant);
      await borrower.at(SIGN);
      await borrower.refuse();
    },
    expected: {
      stage: 'CLOSED',
      outcome: 'REFUSED',
      route: 'AUTO',
      worstDaysOverdue: 0,
      messages: ['application-approved'],
    },
  },
  {
    special: 'offer never signed',
    borrower: someone(),
    live: async (borrower) => {
      await borrower.apply(instant);
      await borrower.at(THIRD_DAY);
    },
    expected: {
      stage: 'CLOSED',
      outcome: 'EXPIRED',
      route: 'AUTO',
      worstDaysOverdue: 0,
      messages: ['application-approved'],
    },
  },
];

import { SENIOR, type Story } from '../story';
import { declared, minor, someone } from './people';
import { instant } from './requests';
import { DECIDE, DECIDE_NEXT, NEXT_DAY, SIGN } from './times';

const declined = { stage: 'CLOSED', outcome: 'DECLINED', worstDaysOverdue: 0 } as const;
const expired = { stage: 'CLOSED', outcome: 'EXPIRED', route: null, worstDaysOverdue: 0 } as const;
const apply =
  (request = instant): Story['live'] =>
  (borrower) =>
    borrower.apply(request);

/** Whom the lender declines, what is missing, and what a second look changes. */
export const refusals: readonly Story[] = [
  {
    special: 'declined at pre-screen: seventeen years old',
    borrower: minor,
    live: apply(),
    expected: { ...declined, route: null, messages: ['application-declined'] },
  },
  {
    special: 'declined at pre-screen: amount and region',
    borrower: someone(),
    live: apply({
      ...instant,
      amountMinor: '5000000',
      declared: { ...declared, residenceProvince: '54' },
    }),
    expected: { ...declined, route: null, messages: ['application-declined'] },
  },
  {
    special: 'declined: score',
    borrower: someone('subprime'),
    live: apply(),
    expected: { ...declined, route: 'DECLINE', messages: ['application-declined'] },
  },
  {
    special: 'declined: open court case',
    borrower: someone('court_enforced'),
    live: apply(),
    expected: { ...declined, route: 'DECLINE', messages: ['application-declined'] },
  },
  {
    special: 'declined: fraud list',
    borrower: someone('fraud_blacklisted'),
    live: apply(),
    expected: { ...declined, route: 'DECLINE', messages: ['application-declined'] },
  },
  {
    special: 'declined, review asked for, overturned',
    borrower: someone('query_storm'),
    live: async (borrower) => {
      await borrower.apply(instant);
      await borrower.at(DECIDE);
      await borrower.requestReview();
      await borrower.at(DECIDE_NEXT);
      await borrower.decide(SENIOR, { decision: 'approve', comment: '查询来自同一次购车比价' });
      await borrower.sign(SIGN);
    },
    expected: {
      stage: 'CLOSED',
      outcome: 'PAID_OFF',
      route: 'DECLINE',
      worstDaysOverdue: 0,
      messages: ['application-declined', 'application-approved', 'paid-off'],
    },
  },
  {
    special: 'documents missing, then supplied',
    borrower: someone(),
    live: async (borrower) => {
      await borrower.apply({ ...instant, documents: ['id_card_front'] });
      await borrower.at(NEXT_DAY);
      await borrower.supply('id_card_back');
      await borrower.sign('2026-03-03 15:00');
    },
    expected: {
      stage: 'CLOSED',
      outcome: 'PAID_OFF',
      route: 'AUTO',
      worstDaysOverdue: 0,
      messages: ['supplement-request', 'application-approved'],
    },
  },
  {
    special: 'documents never supplied',
    borrower: someone(),
    live: apply({ ...instant, documents: [] }),
    expected: { ...expired, messages: ['supplement-request'] },
  },
  {
    special: 'consent given the next day',
    borrower: someone(),
    live: async (borrower) => {
      await borrower.apply({ ...instant, consents: false });
      await borrower.at(NEXT_DAY);
      await borrower.consent(instant.productCode);
      await borrower.sign('2026-03-03 15:00');
    },
    expected: {
      stage: 'CLOSED',
      outcome: 'PAID_OFF',
      route: 'AUTO',
      worstDaysOverdue: 0,
      messages: ['application-approved'],
    },
  },
  {
    special: 'consent never given',
    borrower: someone(),
    live: apply({ ...instant, consents: false }),
    expected: { ...expired, messages: [] },
  },
];

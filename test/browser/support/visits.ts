import type { Sights } from './sights';

/** States that have no address of their own. */
export const ELSEWHERE = 'an unknown address';
export const REFUSED = 'a page that the role may not see';

/** Who looks at a page, and where it is. */
export interface Look {
  /** Nobody: the page is for people without a login. */
  as?: { role: string; user?: string; token?: string };
  path: string;
  /** The tabs of this page are looked at by somebody else. */
  tabsElsewhere?: true;
}

/** The people who look, by what they are to the lender. */
export const people = {
  officer: { role: 'officer', user: 'officer1' },
  committee: { role: 'committee', user: 'committee1' },
  risk: { role: 'risk_manager', user: 'risk1' },
  secondRisk: { role: 'risk_manager', user: 'risk2' },
  operator: { role: 'operator', user: 'operator1' },
  auditor: { role: 'auditor', user: 'auditor1' },
  administrator: { role: 'administrator', user: 'admin1' },
  collector: { role: 'collector', user: 'collector1' },
  borrower: (user: string) => ({ role: 'applicant', user }),
} as const;
const { officer, committee, risk, secondRisk, operator, auditor, administrator, borrower } = people;

/** For each address of the router: who goes there to see what. */
export function looksOf(sights: Sights): Record<string, readonly Look[]> {
  const { signer, supplier, debtor, drawer } = sights;
  const newcomer = { role: 'applicant', token: sights.account };
  return {
    '/': [{ as: officer, path: '/' }],
    '/login': [{ path: '/login' }],
    '/login/callback': [{ path: '/login/callback' }],
    '/my/enter': [{ path: '/my/enter' }],
    '/p/:code': [{ path: `/p/${sights.scene}` }, { path: '/p/nowhere1' }],
    '/inbox': [
      { as: officer, path: '/inbox' },
      { as: officer, path: '/inbox?view=all' },
    ],
    '/tasks/:id': [
      { as: officer, path: `/tasks/${sights.task}` },
      { as: committee, path: `/tasks/${sights.committeeTask}` },
    ],
    '/applications': [{ as: officer, path: '/applications' }],
    '/applications/:id': [
      { as: officer, path: `/applications/${sights.application}` },
      { as: officer, path: `/applications/${debtor.application}` },
    ],
    '/loans': [{ as: risk, path: '/loans' }],
    '/loans/:id': [
      { as: risk, path: `/loans/${sights.loan}` },
      { as: risk, path: `/loans/${drawer.loan}` },
    ],
    '/customers': [{ as: officer, path: '/customers' }],
    '/customers/:id': [{ as: officer, path: `/customers/${sights.customer}` }],
    '/exports': [
      { as: risk, path: '/exports' },
      { as: auditor, path: '/exports' },
    ],
    '/studio': [{ as: risk, path: '/studio' }],
    '/studio/:id': [{ as: risk, path: `/studio/${sights.draft}` }],
    '/dashboard': [
      { as: risk, path: `/dashboard?days=90&clock=${sights.clock}` },
      { as: auditor, path: `/dashboard?wall=1&days=90&clock=${sights.clock}` },
    ],
    '/portfolio': [
      { as: operator, path: `/portfolio?clock=${sights.clock}` },
      { as: auditor, path: '/portfolio' },
    ],
    '/operations': [
      { as: operator, path: '/operations', tabsElsewhere: true },
      { as: operator, path: '/operations?tab=webhooks', tabsElsewhere: true },
      { as: administrator, path: '/operations?tab=keys', tabsElsewhere: true },
      { as: auditor, path: '/operations?tab=search' },
      { as: administrator, path: '/operations?tab=users', tabsElsewhere: true },
    ],
    '/orders': [{ as: secondRisk, path: '/orders' }],
    '/scenes': [{ as: administrator, path: '/scenes' }],
    '/my': [
      { as: borrower(debtor.user), path: '/my' },
      { as: newcomer, path: '/my' },
    ],
    '/my/compare': [{ as: borrower(debtor.user), path: '/my/compare' }],
    '/my/messages': [
      { as: borrower(debtor.user), path: '/my/messages' },
      { as: newcomer, path: '/my/messages' },
    ],
    '/my/cards': [{ as: newcomer, path: '/my/cards' }],
    '/my/account': [{ as: newcomer, path: '/my/account' }],
    '/my/apply/:code': [{ as: newcomer, path: '/my/apply/consumer_instalment' }],
    '/my/applications/:id': [
      { as: borrower(signer.user), path: `/my/applications/${signer.application}` },
      { as: borrower(supplier.user), path: `/my/applications/${supplier.application}` },
    ],
    '/my/loans/:id': [
      { as: borrower(debtor.user), path: `/my/loans/${debtor.loan}` },
      { as: borrower(drawer.user), path: `/my/loans/${drawer.loan}` },
    ],
    [ELSEWHERE]: [{ as: officer, path: '/nowhere' }],
    [REFUSED]: [{ as: officer, path: '/operations' }],
  };
}

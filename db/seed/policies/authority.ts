import type { AuthorityLevel } from '../../../contracts/policy/origination';
import { graphOf, type HandRow } from './graph';
import { seedRow } from './seed-row';

const officer: AuthorityLevel = {
  level: 'OFFICER',
  role: 'officer',
  deputyRole: 'senior_officer',
  seats: 1,
  quorum: 1,
  votesNeeded: 1,
  slaHours: 24,
  deputyAfterHours: 48,
};
const senior: AuthorityLevel = {
  ...officer,
  level: 'SENIOR_OFFICER',
  role: 'senior_officer',
  deputyRole: 'risk_manager',
};
const committee: AuthorityLevel = {
  level: 'COMMITTEE',
  role: 'committee',
  deputyRole: 'risk_manager',
  seats: 3,
  quorum: 2,
  votesNeeded: 2,
  slaHours: 48,
  deputyAfterHours: 96,
};

const shared = {
  routes: { AUTO: [], OFFICER: [officer], OFFICER_SENIOR: [officer, senior], COMMITTEE: [committee] },
  ceilings: [
    { role: 'officer', maxAmountMinor: '10000000' },
    { role: 'senior_officer', maxAmountMinor: '50000000' },
    { role: 'risk_manager', maxAmountMinor: '100000000' },
    { role: 'committee', maxAmountMinor: '5000000000' },
  ],
  declineReview: senior,
};

function authority(code: string, rows: HandRow[]) {
  return seedRow('authority', code, {
    graph: graphOf({
      name: code,
      hit: 'first',
      inputs: { grade: 'grade', amount: 'amountMinor', reviews: 'reviews' },
      outputs: ['route', 'reason'],
      rows,
    }),
    ...shared,
  });
}

const clean = '0';
const rest: HandRow = {
  id: 'all-else',
  why: '其余一律上贷审会',
  when: {},
  give: { route: 'COMMITTEE', reason: 'AMOUNT_FOR_COMMITTEE' },
};

/** Who decides, by amount × grade × open questions; the last row catches all, so that nobody falls through. */
export const authoritySeeds = [
  authority('authority_person', [
    {
      id: 'grade-e',
      why: 'E 级不予准入',
      when: { grade: '"E"' },
      give: { route: 'DECLINE', reason: 'GRADE_TOO_LOW' },
    },
    {
      id: 'auto-a',
      why: 'A 级 10 万元以内自动审批',
      when: { grade: '"A"', amount: '<= 10000000', reviews: clean },
      give: { route: 'AUTO' },
    },
    {
      id: 'auto-b',
      why: 'B 级 5 万元以内自动审批',
      when: { grade: '"B"', amount: '<= 5000000', reviews: clean },
      give: { route: 'AUTO' },
    },
    {
      id: 'officer',
      why: '10 万元以内由初审员决定',
      when: { grade: '"A","B","C"', amount: '<= 10000000' },
      give: { route: 'OFFICER' },
    },
    {
      id: 'senior-d',
      why: 'D 级 5 万元以内须复审',
      when: { grade: '"D"', amount: '<= 5000000' },
      give: { route: 'OFFICER_SENIOR', reason: 'GRADE_WEAK' },
    },
    {
      id: 'senior',
      why: '50 万元以内须复审',
      when: { grade: '"A","B","C"', amount: '<= 50000000' },
      give: { route: 'OFFICER_SENIOR', reason: 'AMOUNT_FOR_SENIOR' },
    },
    rest,
  ]),
  authority('authority_instant', [
    {
      id: 'grade-e',
      why: 'E 级不予准入',
      when: { grade: '"E"' },
      give: { route: 'DECLINE', reason: 'GRADE_TOO_LOW' },
    },
    {
      id: 'auto',
      why: '小额且无疑点一律自动审批',
      when: { grade: '"A","B","C","D"', amount: '<= 2000000', reviews: clean },
      give: { route: 'AUTO' },
    },
    {
      id: 'officer',
      why: '有疑点由初审员决定',
      when: { grade: '"A","B","C","D"', amount: '<= 2000000' },
      give: { route: 'OFFICER' },
    },
    rest,
  ]),
  authority('authority_company', [
    {
      id: 'grade-low',
      why: 'B 级及以下不予准入',
      when: { grade: '"B","CCC","CC","C","D"' },
      give: { route: 'DECLINE', reason: 'GRADE_TOO_LOW' },
    },
    {
      id: 'senior',
      why: 'A 级以上 50 万元以内由初审、复审决定',
      when: { grade: '"AAA","AA","A"', amount: '<= 50000000' },
      give: { route: 'OFFICER_SENIOR', reason: 'AMOUNT_FOR_SENIOR' },
    },
    rest,
  ]),
];

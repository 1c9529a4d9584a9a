import type { RoleName } from '../contracts/http/roles';
import type { Outcome, Stage } from '../contracts/loan/stage';
import type { Borrower } from './borrower';

/** What must have become of an applicant when the demo ends. */
export interface Expected {
  stage: Stage;
  outcome: Outcome | null;
  /** Route of the decision; null where it never came to one. */
  route: string | null;
  worstDaysOverdue: number;
  /** Messages that must have arrived on the applicant's phone. */
  messages: readonly string[];
}

/** One applicant: who, what is special, what they do in the course of the year, and what must come of it. */
export interface Story {
  special: string;
  borrower: (n: number) => ApplicantData;
  live: (borrower: Borrower) => Promise<void>;
  expected: Expected;
}

/** The numbers of an applicant. `account` is where the loan is paid to. */
export interface ApplicantData {
  /** Number of the applicant in the demo's world; other numbers are made from it. */
  n: number;
  customer: Readonly<Record<string, string>>;
  phone: string;
  account: { cardNo: string; holderName: string };
}

/** Staff who decide in the demo: role and user name. */
export const OFFICER = { role: 'officer', user: 'officer1' } as const;
export const OTHER_OFFICER = { role: 'officer', user: 'officer2' } as const;
export const SENIOR = { role: 'senior_officer', user: 'senior1' } as const;
export const RISK_MANAGER = { role: 'risk_manager', user: 'risk1' } as const;
export const COMMITTEE = ['committee1', 'committee2', 'committee3'].map((user) => ({
  role: 'committee' as const,
  user,
}));
export const COLLECTOR = { role: 'collector', user: 'collector1' } as const;
export const OPERATOR = { role: 'operator', user: 'operator1' } as const;
export type Member = Readonly<{ role: RoleName; user: string }>;

import type { Story } from '../story';
import { approvals } from './approvals';
import { payouts } from './payouts';
import { refusals } from './refusals';
import { repayments } from './repayments';

/** Everybody of the demo. */
export const CAST: readonly Story[] = [...approvals, ...refusals, ...payouts, ...repayments];

import type { ProvisioningBody } from '../../contracts/policy/servicing';

/** 五级分类, best first: 正常, 关注, 次级, 可疑, 损失. */
export const FIVE_CLASSES = ['pass', 'special_mention', 'substandard', 'doubtful', 'loss'] as const;
export type FiveClass = (typeof FIVE_CLASSES)[number];

type Thresholds = ProvisioningBody['thresholds'];

/** Class by days overdue alone (商业银行金融资产风险分类办法, 2023). */
export function classByDays(days: number, thresholds: Thresholds): FiveClass {
  if (days > thresholds.lossOver) return 'loss';
  if (days > thresholds.doubtfulOver) return 'doubtful';
  if (days > thresholds.substandardOver) return 'substandard';
  return days > thresholds.technicalDays ? 'special_mention' : 'pass';
}

/** The worse of two classes; a person's finding and a rule's each can only make it worse. */
export function worseClass(a: FiveClass, b: FiveClass): FiveClass {
  return FIVE_CLASSES.indexOf(a) >= FIVE_CLASSES.indexOf(b) ? a : b;
}

/** 不良: the last three. */
export function isNonPerforming(each: FiveClass): boolean {
  return FIVE_CLASSES.indexOf(each) >= FIVE_CLASSES.indexOf('substandard');
}

/** How a borrower has paid since arrears were cleared. */
export interface Cure {
  readonly arrearsCleared: boolean;
  readonly periodsPaidOnTime: number;
  readonly monthsSinceCleared: number;
}

const CURE_PERIODS = 2;
const CURE_MONTHS = 6;

/**
 * The class after today. Down at any time; up from 不良 only after all arrears are paid and then two periods and six
 * months, the longer of both, were paid on time.
 */
export function classAfter(before: FiveClass, byRule: FiveClass, cure: Cure): FiveClass {
  const worse = worseClass(before, byRule);
  if (worse === byRule || !isNonPerforming(before)) return byRule;
  const cured =
    cure.arrearsCleared && cure.periodsPaidOnTime >= CURE_PERIODS && cure.monthsSinceCleared >= CURE_MONTHS;
  return cured ? byRule : before;
}

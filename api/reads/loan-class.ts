import type { Queryable } from '../../db/client';
import type { LoanRow } from '../../db/repositories/loans';
import type { Account } from '../../domain/account/account-of';
import { summaryOf } from '../../domain/account/summary';
import { classAfter, FIVE_CLASSES, type FiveClass, worseClass } from '../../domain/delinquency/five-class';
import { closedClassOf } from './portfolio';

/** Nothing cured between a close and the day that is looked at. */
const UNCURED = { arrearsCleared: false, periodsPaidOnTime: 0, monthsSinceCleared: 0 };

/**
 * Bucket and class of a loan on the day of its fold: today those of the list; on a past day the class that the close of
 * that day reported, or its last one before with what the days say since; on a day to come, what unpaid days would add.
 */
export async function classedOn(
  db: Queryable,
  loan: LoanRow,
  account: Account,
  { today, knownOn }: { today: string; knownOn: string },
): Promise<{ bucket: string; fiveClass: FiveClass }> {
  const { bucket, fiveClass: byDays, asOf } = summaryOf(account);
  const present = FIVE_CLASSES.find((each) => each === loan.fiveClass) ?? byDays;
  if (asOf === today && knownOn === today) return { bucket: loan.bucket, fiveClass: present };
  if (asOf > today) return { bucket, fiveClass: worseClass(present, byDays) };
  const close = await closedClassOf(db, loan.id, asOf < knownOn ? asOf : knownOn);
  if (close === null) return { bucket, fiveClass: byDays };
  const fiveClass = close.closedOn === asOf ? close.fiveClass : classAfter(close.fiveClass, byDays, UNCURED);
  return { bucket, fiveClass };
}

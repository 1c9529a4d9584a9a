import { z } from 'zod';
import { civilDay, count, positiveMinorAmount } from './figures';

/** Court records that carry this ID number (被执行人, 失信, 限高, 终本); cases that share only the name are counted apart. */
export const courtResult = z.strictObject({
  openCaseCount: count,
  openAmountMinor: positiveMinorAmount,
  closedCaseCount: count,
  dishonest: z.boolean(),
  consumptionRestricted: z.boolean(),
  latestCaseOn: civilDay.nullable(),
  nameOnlyCaseCount: count,
});
export type CourtResult = z.infer<typeof courtResult>;

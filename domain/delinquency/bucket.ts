/** 逾期期数, cut as the bureau cuts its codes 1 to 7. */
export const BUCKETS = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M6+'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** M1 is 1–30 days, M2 31–60 … M6 151–180, M6+ beyond. */
export function bucketOf(days: number): Bucket {
  return BUCKETS[Math.min(Math.ceil(Math.max(days, 0) / 30), 7)] ?? 'M6+';
}

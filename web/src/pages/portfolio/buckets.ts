/** 逾期期数 from none to more than 180 days, as the close of business cuts them. */
export const BUCKETS: readonly string[] = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M6+'];
/** 五级分类, best first; the last three are 不良. */
export const CLASSES = ['pass', 'special_mention', 'substandard', 'doubtful', 'loss'] as const;
export const BAD: readonly string[] = CLASSES.slice(2);
export const STAGES = ['1', '2', '3'] as const;

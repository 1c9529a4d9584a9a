import { z } from 'zod';
import { Bilingual, Bps, Code, DecimalText } from './body-parts';

/** Which values fall into a bin: a half-open range, a set of words, or a missing value. */
const BinWhen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('range'), from: z.number().nullable(), to: z.number().nullable() }),
  z.strictObject({ kind: z.literal('in'), values: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('missing') }),
]);

/** A bin with its weight of evidence, WOE = ln(%good / %bad). */
const Bin = z.strictObject({ label: z.string().min(1), when: BinWhen, woe: DecimalText });
export type ScoreBin = z.infer<typeof Bin>;

const Variable = z.strictObject({
  name: Code,
  names: Bilingual,
  /** Coefficient of the logistic model of P(bad). */
  beta: DecimalText,
  /** Named when this variable costs points. */
  reasonCode: Code,
  bins: z.array(Bin).min(2),
});
export type ScoreVariable = z.infer<typeof Variable>;

const GradeRow = z.strictObject({ grade: Code, minScore: z.number() });

/** A weight-of-evidence scorecard: score = offset + factor · ln(odds good : bad). */
export const PointsCard = z.strictObject({
  model: z.literal('points'),
  pdo: z.int().positive(),
  baseScore: z.int().positive(),
  baseOdds: z.int().positive(),
  alpha: DecimalText,
  variables: z.array(Variable).min(1),
  /** Best grade first; the last row has no floor. */
  grades: z.array(GradeRow).min(1),
});
export type PointsCard = z.infer<typeof PointsCard>;

const Ratio = z.strictObject({
  name: Code,
  names: Bilingual,
  /** Points run linearly between the two ends, whichever of them is the larger number. */
  fullAt: DecimalText,
  zeroAt: DecimalText,
  weight: z.int().positive(),
});
export type GradingRatio = z.infer<typeof Ratio>;

const Qualitative = z.strictObject({
  name: Code,
  names: Bilingual,
  weight: z.int().positive(),
  shares: z.array(z.strictObject({ when: BinWhen, percent: z.int().min(0).max(100) })).min(1),
});
export type GradingQuality = z.infer<typeof Qualitative>;

/** A fact that decides whatever the points say: the best grade still allowed when it holds. */
const Override = z.strictObject({
  fact: z.enum(['dishonest', 'overdue_over_90', 'audit_not_clean', 'loss_two_years', 'stale_statements']),
  bestGrade: Code,
  reasonCode: Code,
});

const GradeTerms = z.strictObject({
  grade: Code,
  minScore: z.number(),
  /** Highest line as a share of net assets. */
  maxLinePercent: z.int().min(0).max(100),
  addOnBps: Bps,
  maxTermMonths: z.int().min(0),
});

/** A corporate grading card (AAA … D): weighted ratios, qualitative facts, overrides. */
export const RatioCard = z.strictObject({
  model: z.literal('ratios'),
  ratios: z.array(Ratio).min(1),
  qualities: z.array(Qualitative),
  grades: z.array(GradeTerms).min(1),
  overrides: z.array(Override),
  /** Statements older than this many months are stale. */
  staleAfterMonths: z.int().positive(),
  /** Declared sales against tax figures: a wider gap goes to a person. */
  salesGapReviewPercent: z.int().positive(),
});
export type RatioCard = z.infer<typeof RatioCard>;

export const ScorecardBody = z.discriminatedUnion('model', [PointsCard, RatioCard]);
export type ScorecardBody = z.infer<typeof ScorecardBody>;

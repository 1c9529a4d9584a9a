import type { GradingRatio, RatioCard } from '../../contracts/policy/scorecard';
import { invariant } from '../invariant';
import { binMatches } from './bin-match';
import type { RuleInput } from './rules-port';

/** A company's grade with all that explains it; points are hundredths. */
export interface GradingResult {
  readonly score: number;
  readonly grade: string;
  /** The grade by points alone, before overrides. */
  readonly gradeByPoints: string;
  readonly parts: readonly { readonly name: string; readonly points: number; readonly lost: number }[];
  readonly reasons: readonly string[];
}

/** Share of the full points, linear between the ends; an unknown ratio earns nothing. */
export function ratioShare(ratio: Pick<GradingRatio, 'fullAt' | 'zeroAt'>, value: number | null): number {
  if (value === null) return 0;
  const full = Number(ratio.fullAt);
  const zero = Number(ratio.zeroAt);
  return Math.min(1, Math.max(0, (value - zero) / (full - zero)));
}

/** Grades a company (AAA … D) by ratios in parts per million, qualities, and the facts that override points. */
export function gradeByRatios(card: RatioCard, features: RuleInput): GradingResult {
  const ratios = card.ratios.map((ratio) => {
    const ppm = features[ratio.name];
    const share = ratioShare(ratio, typeof ppm === 'number' ? ppm / 1_000_000 : null);
    return part(ratio.name, ratio.weight, share);
  });
  const qualities = card.qualities.map((quality) => {
    const found = quality.shares.find((each) => binMatches(each.when, features[quality.name] ?? null));
    return part(quality.name, quality.weight, (found?.percent ?? 0) / 100);
  });
  const parts = [...ratios, ...qualities];
  const score = Math.round(parts.reduce((sum, each) => sum + each.points, 0) / 100);
  const byPoints = card.grades.find((row) => score >= row.minScore) ?? card.grades.at(-1);
  invariant(byPoints !== undefined, 'a grading card has grades');
  return { score, gradeByPoints: byPoints.grade, parts, ...overridden(card, byPoints.grade, features) };
}

function part(name: string, weight: number, share: number) {
  const points = Math.round(weight * share * 100);
  return { name, points, lost: weight * 100 - points };
}

function overridden(card: RatioCard, gradeByPoints: string, features: RuleInput) {
  const rank = (grade: string) => {
    const at = card.grades.findIndex((row) => row.grade === grade);
    invariant(at >= 0, `grade ${grade} is not on the card`);
    return at;
  };
  const hit = card.overrides.filter((override) => features[override.fact] === true);
  let grade = gradeByPoints;
  for (const { bestGrade } of hit) if (rank(bestGrade) > rank(grade)) grade = bestGrade;
  return { grade, reasons: hit.map((override) => override.reasonCode) };
}

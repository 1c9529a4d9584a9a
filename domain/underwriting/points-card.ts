import type { PointsCard, ScoreBin, ScoreVariable } from '../../contracts/policy/scorecard';
import { invariant } from '../invariant';
import { binMatches } from './bin-match';
import type { RuleInput } from './rules-port';

/** What one variable gave, in hundredths of a point. */
export interface VariablePoints {
  readonly variable: string;
  readonly bin: string;
  readonly points: number;
  /** Distance to the best bin of the variable. */
  readonly lost: number;
}

/** A score with all that explains it (PIPL 24): points per variable, and the reasons that cost most. */
export interface ScoreResult {
  readonly score: number;
  readonly grade: string;
  readonly variables: readonly VariablePoints[];
  readonly reasons: readonly string[];
}

const REASONS_NAMED = 4;

/** Scaling of a scorecard: score = offset + factor · ln(odds good : bad). */
export function scaleOf(card: Pick<PointsCard, 'pdo' | 'baseScore' | 'baseOdds'>): {
  factor: number;
  offset: number;
} {
  const factor = card.pdo / Math.log(2);
  return { factor, offset: card.baseScore - factor * Math.log(card.baseOdds) };
}

/** Points of a bin in hundredths: −(β·WOE + α/n)·factor + offset/n, rounded so that every machine has the same. */
export function binPoints(card: PointsCard, variable: ScoreVariable, bin: ScoreBin): number {
  const { factor, offset } = scaleOf(card);
  const share = card.variables.length;
  const logit = Number(variable.beta) * Number(bin.woe) + Number(card.alpha) / share;
  return Math.round((offset / share - logit * factor) * 100);
}

/** Scores one set of features. A value that fits no bin is a gap in the card, which publishing refuses. */
export function scoreByPoints(card: PointsCard, features: RuleInput): ScoreResult {
  const variables = card.variables.map((variable) =>
    pointsFor(card, variable, features[variable.name] ?? null),
  );
  const total = variables.reduce((sum, each) => sum + each.points, 0);
  const score = Math.round(total / 100);
  const grade = card.grades.find((row) => score >= row.minScore) ?? card.grades.at(-1);
  invariant(grade !== undefined, 'a scorecard has grades');
  return { score, grade: grade.grade, variables, reasons: topReasons(card, variables) };
}

function pointsFor(card: PointsCard, variable: ScoreVariable, value: RuleInput[string]): VariablePoints {
  const bin = variable.bins.find((each) => binMatches(each.when, value));
  invariant(bin !== undefined, `no bin of ${variable.name} fits`);
  const points = binPoints(card, variable, bin);
  const best = Math.max(...variable.bins.map((each) => binPoints(card, variable, each)));
  return { variable: variable.name, bin: bin.label, points, lost: best - points };
}

function topReasons(card: PointsCard, variables: readonly VariablePoints[]): string[] {
  const reasonOf = new Map(card.variables.map((variable) => [variable.name, variable.reasonCode]));
  const codes = variables
    .filter((each) => each.lost > 0)
    .toSorted((a, b) => b.lost - a.lost)
    .map((each) => reasonOf.get(each.variable) ?? '');
  return [...new Set(codes)].slice(0, REASONS_NAMED);
}

import type { ScorecardBody } from '../../contracts/policy/scorecard';
import type { RiskGrade } from './decision';
import { scoreByPoints } from './points-card';
import { gradeByRatios } from './ratio-card';
import type { RuleInput } from './rules-port';

/** Grades by the product's card, whichever kind it is. */
export function riskGrade(card: ScorecardBody, features: RuleInput): RiskGrade {
  if (card.model === 'points') {
    const { score, grade, reasons, variables } = scoreByPoints(card, features);
    return {
      score,
      grade,
      reasons,
      detail: variables.map(({ variable, points, lost }) => ({ name: variable, points, lost })),
    };
  }
  const { score, grade, reasons, parts } = gradeByRatios(card, features);
  return { score, grade, reasons, detail: parts };
}

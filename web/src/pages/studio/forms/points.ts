interface Scale {
  pdo: number;
  baseScore: number;
  baseOdds: number;
  alpha: string;
  variables: readonly unknown[];
}

const scaleOf = ({ pdo, baseScore, baseOdds }: Scale) => {
  const factor = pdo / Math.log(2);
  return { factor, offset: baseScore - factor * Math.log(baseOdds) };
};

/** Points that a bin gives: −(β·WOE + α/n)·factor + offset/n. */
export function pointsOf(card: Scale, beta: string, woe: string): number {
  const { factor, offset } = scaleOf(card);
  const share = card.variables.length;
  return offset / share - (Number(beta) * Number(woe) + Number(card.alpha) / share) * factor;
}

/** The weight of evidence that gives so many points, to four decimals. */
export function woeFor(card: Scale, beta: string, points: number): string {
  const { factor, offset } = scaleOf(card);
  const share = card.variables.length;
  const woe = ((offset / share - points) / factor - Number(card.alpha) / share) / Number(beta);
  return String(Number(woe.toFixed(4)));
}

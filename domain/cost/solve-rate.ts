/** A present-value function and its derivative at a rate per unit of time. */
export interface RateProblem {
  value(rate: number): number;
  slope(rate: number): number;
}

const tolerance = 1e-13;
const newtonSteps = 60;
const bisectionSteps = 400;
const lowest = -0.999999;
const highest = 1e6;

function newton(problem: RateProblem, guess: number): number | null {
  let rate = guess;
  for (let step = 0; step < newtonSteps; step++) {
    const slope = problem.slope(rate);
    if (!Number.isFinite(slope) || slope === 0) return null;
    const next = rate - problem.value(rate) / slope;
    if (!Number.isFinite(next) || next <= lowest || next > highest) return null;
    if (Math.abs(next - rate) <= tolerance * Math.max(1, Math.abs(next))) return next;
    rate = next;
  }
  return null;
}

function bisect(problem: RateProblem): number | null {
  let low = lowest;
  let high = 1;
  const lowSign = Math.sign(problem.value(low));
  while (Math.sign(problem.value(high)) === lowSign) {
    high *= 4;
    if (high > highest) return null;
  }
  for (let step = 0; step < bisectionSteps && high - low > tolerance; step++) {
    const middle = (low + high) / 2;
    if (Math.sign(problem.value(middle)) === lowSign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The rate at which a loan's cash flows balance: Newton's method, and bisection where it strays. Null when no rate does. */
export function solveRate(problem: RateProblem, guess = 0.01): number | null {
  return newton(problem, guess) ?? bisect(problem);
}

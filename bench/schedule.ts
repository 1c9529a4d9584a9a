import { type Contender, china, contenders, nineteenDigits } from './schedule/contenders';

/** Goals for 360 rows, dates included, in microseconds on one core. */
const goals = new Map([
  [china.name, 60],
  [nineteenDigits.name, 500],
]);

const sizes = [12, 36, 360];
const rounds = Number(process.env.ROUNDS ?? 15);

function repetitionsFor(periods: number): number {
  return Math.max(20, Math.round(7200 / periods));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

interface Line {
  readonly contender: Contender;
  readonly times: number[];
}

/** Alternates the contenders, so that a busy moment of the machine falls on all of them. */
function race(periods: number, lines: readonly Line[]): void {
  const repetitions = repetitionsFor(periods);
  for (const { contender } of lines) contender.measure(periods, repetitions * 3);
  for (let round = 0; round < rounds; round++) {
    for (const { contender, times } of lines) times.push(contender.measure(periods, repetitions) / 1000);
  }
}

/** Two implementations that agree on every cent of interest and on the last row. */
function agree(all: readonly Contender[]): boolean {
  const pairs = [
    [china, all.find(({ name }) => name === 'Go, rate/12')],
    [nineteenDigits, all.find(({ name }) => name === 'Go, 19 digits')],
  ] as const;
  let agreed = true;
  for (const [mine, other] of pairs) {
    for (const periods of other === undefined ? [] : sizes) {
      const same = mine.figures(periods) === other?.figures(periods);
      agreed &&= same;
      console.log(
        `${mine.name}, ${periods} rows: ${same ? 'same cents as the Go program' : 'DIFFERS from the Go program'}`,
      );
    }
  }
  return agreed;
}

function main(): void {
  const all = contenders();
  let met = true;
  console.log('| plan | periods | best µs | median µs | plans/s (median) |\n|---|---|---|---|---|');
  for (const periods of sizes) {
    const lines = all.map((contender): Line => ({ contender, times: [] }));
    race(periods, lines);
    for (const { contender, times } of lines) {
      const best = Math.min(...times);
      const middle = median(times);
      const goal = periods === 360 ? goals.get(contender.name) : undefined;
      const note = goal === undefined ? '' : ` (goal ${goal}: ${best <= goal ? 'met' : 'missed'})`;
      if (goal !== undefined && best > goal) met = false;
      console.log(
        `| ${contender.name} | ${periods} | ${best.toFixed(1)}${note} | ${middle.toFixed(1)} | ${Math.round(1e6 / middle)} |`,
      );
    }
  }
  if (!agree(all) || !met) process.exitCode = 1;
}

main();

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { fromPercent } from '../../domain/money/decimal';
import { buildSchedule } from '../../domain/schedule/build-schedule';
import { type Schedule, totalsOf } from '../../domain/schedule/schedule';
import type { ScheduleTerms } from '../../domain/schedule/terms';

/** What takes part in the comparison: one way to lay out 1,000,000 at 4.35% a year over so many months. */
export interface Contender {
  readonly name: string;
  /** Nanoseconds per plan over a batch of so many. */
  measure(periods: number, repetitions: number): number;
  /** Total interest and last row in cents, where the contender rounds to cents. */
  figures(periods: number): string | null;
}

const base: ScheduleTerms = {
  convention: 'china',
  currency: 'CNY',
  principalMinor: 100_000_000n,
  disbursedOn: toDay('2026-01-15'),
  annualRate: fromPercent('4.35'),
  method: { kind: 'equal-instalment' },
  periods: 12,
  period: { unit: 'month', every: 1 },
  dayCount: 'actual/360',
  interest: 'per-period',
  rounding: { mode: 'half-up', decimals: 2 },
};

const unequal: ScheduleTerms = {
  ...base,
  convention: 'unequal-annuity',
  dayCount: 'actual/actual',
  interest: 'by-day',
  rounding: { mode: 'half-even', decimals: 2 },
};

function timed(repetitions: number, work: () => void): number {
  const began = process.hrtime.bigint();
  for (let index = 0; index < repetitions; index++) work();
  return Number(process.hrtime.bigint() - began) / repetitions;
}

function ours(name: string, terms: ScheduleTerms): Contender {
  let sink: Schedule | null = null;
  return {
    name,
    measure: (periods, repetitions) =>
      timed(repetitions, () => {
        sink = buildSchedule({ ...terms, periods });
      }),
    figures: (periods) => {
      const { rows } = sink?.rows.length === periods ? sink : buildSchedule({ ...terms, periods });
      return `${totalsOf(rows).interestMinor} ${rows.at(-1)?.totalMinor}`;
    },
  };
}

/** Each row's date is written out too, as a caller who prints the plan would. */
function oursWithText(name: string, terms: ScheduleTerms): Contender {
  const plain = ours(name, terms);
  return {
    ...plain,
    measure: (periods, repetitions) =>
      timed(repetitions, () => {
        buildSchedule({ ...terms, periods }).rows.map((row) => fromDay(row.dueOn));
      }),
  };
}

const load = createRequire(join(process.cwd(), 'package.json'));

type Fundamental = {
  amortizationSchedule(params: { principal: number; annualRate: number; months: number }): unknown;
};
type Amortize = {
  Calculator: {
    calculate(params: {
      method: string;
      apr: number;
      balance: number;
      loanTerm: number;
      startDate: Date;
    }): unknown;
  };
};

function library(name: string, plan: (periods: number) => unknown): Contender {
  return {
    name,
    measure: (periods, repetitions) => timed(repetitions, () => plan(periods)),
    figures: () => null,
  };
}

function libraries(): Contender[] {
  const fundamental: Fundamental = load('fundamental-js');
  const { Calculator }: Amortize = load('amortizejs');
  return [
    library('fundamental-js (floats, no dates)', (months) =>
      fundamental.amortizationSchedule({ principal: 1_000_000, annualRate: 0.0435, months }),
    ),
    library('amortizejs (floats, dates)', (loanTerm) =>
      Calculator.calculate({
        method: 'mortgage',
        apr: 4.35,
        balance: 1_000_000,
        loanTerm,
        startDate: new Date(2026, 0, 15),
      }),
    ),
  ];
}

/** The same plans by a Go program that shares nothing with the engine; left out where no Go is installed. */
function independent(): Contender[] {
  if (spawnSync('go', ['version']).status !== 0) return [];
  const binary = join(mkdtempSync(join(tmpdir(), 'loanflow-bench-')), 'independent');
  execFileSync('go', ['build', '-o', binary, join('bench', 'schedule', 'independent.go')]);
  const run = (convention: string, periods: number, repetitions: number) =>
    execFileSync(binary, [convention, String(periods), String(repetitions)], { encoding: 'utf8' })
      .trim()
      .split(' ');
  return (['china', 'unequal'] as const).map((convention) => ({
    name: convention === 'china' ? 'Go, rate/12' : 'Go, 19 digits',
    measure: (periods, repetitions) => Number(run(convention, periods, repetitions)[0]),
    figures: (periods) => run(convention, periods, 1).slice(1).join(' '),
  }));
}

export const china = ours('rate/12', base);
export const nineteenDigits = ours('19 digits', unequal);

/** All that run here, the engine first. */
export function contenders(): Contender[] {
  return [
    china,
    oursWithText('rate/12, dates as text', base),
    nineteenDigits,
    ...libraries(),
    ...independent(),
  ];
}

import type { Db } from '../../db/client';
import { type Finding, proveLedger } from '../../db/repositories/close/proof';
import { rulesFor } from '../../db/repositories/close/rules';
import { type CloseRunRow, finishRun, noteStep, openRun, stepsDone } from '../../db/repositories/close/runs';
import type { CloseScope, PartScope } from '../../domain/close/scope';
import { CLOSE_STEPS, type CloseStep, type StepTools } from './steps';

export interface ClosedDay {
  readonly on: string;
  /** True when the date had been closed before and nothing was done. */
  readonly replayed: boolean;
  readonly findings: readonly Finding[];
}

/** Tells how a step went; the benchmark and the log listen. */
export type StepListener = (step: {
  readonly name: string;
  readonly loans: number;
  readonly tookMs: number;
}) => void;

export interface CloseSettings {
  /** Parts worked on at once. */
  readonly parallel: number;
  readonly alive: () => void;
  readonly onStep?: StepListener;
}

/** Works off tasks a few at a time, in order. */
async function inTurn(tasks: readonly (() => Promise<void>)[], parallel: number): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) await task();
  };
  await Promise.all(Array.from({ length: Math.min(parallel, tasks.length) }, lane));
}

async function runStep(
  step: CloseStep,
  run: CloseRunRow,
  tools: StepTools,
  done: ReadonlySet<string>,
  settings: CloseSettings,
): Promise<void> {
  const scope: CloseScope = { on: run.closedOn, clockId: run.clockId };
  const count = step.over === 'parts' ? run.partitions : 1;
  const startedAt = performance.now();
  let total = 0;
  const tasks = Array.from({ length: count }, (_, partition) => async () => {
    if (done.has(`${step.name}/${partition}`)) return;
    const from = performance.now();
    const part: PartScope = { ...scope, partition, partitions: run.partitions };
    const loans = await (step.over === 'parts' ? step.run(tools, part) : step.run(tools, scope));
    total += loans;
    await noteStep(tools.db, {
      runId: run.id,
      step: step.name,
      partition,
      loans,
      tookMs: Math.round(performance.now() - from),
      finishedAt: new Date(),
    });
    settings.alive();
  });
  await inTurn(tasks, settings.parallel);
  settings.onStep?.({ name: step.name, loans: total, tookMs: performance.now() - startedAt });
}

/**
 * 日终: closes one date of one clock. Broken off anywhere, it goes on with the parts that are not done; done already, it
 * changes nothing. `now` is the business instant that the run is noted with.
 */
export async function closeDay(
  db: Db,
  scope: CloseScope,
  now: Date,
  settings: CloseSettings,
): Promise<ClosedDay> {
  const run = await openRun(db, scope, now);
  if (run.status !== 'open') return { on: scope.on, replayed: true, findings: [] };
  const tools: StepTools = { db, rules: await rulesFor(db, scope), alive: settings.alive };
  const done = await stepsDone(db, run.id);
  for (const step of CLOSE_STEPS) await runStep(step, run, tools, done, settings);
  const from = performance.now();
  const findings = await proveLedger(db, scope, run.id);
  settings.onStep?.({ name: 'proof', loans: 0, tookMs: performance.now() - from });
  await finishRun(db, run, findings.length === 0, now);
  return { on: scope.on, replayed: false, findings };
}

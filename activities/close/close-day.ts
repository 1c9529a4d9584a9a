import type { Db } from '../../db/client';
import { type Finding, findingsOf } from '../../db/repositories/close/findings';
import { rulesFor } from '../../db/repositories/close/rules';
import { finishRun, noteStep, openRun, partsOf, stepsDone } from '../../db/repositories/close/runs';
import type { CloseScope, PartScope } from '../../domain/close/scope';
import { InvariantError } from '../../domain/invariant';
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
  /** Loans per part, when not as many as one transaction usually takes on. */
  readonly partLoans?: number;
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
  parts: readonly PartScope[],
  tools: StepTools,
  done: ReadonlySet<string>,
  settings: CloseSettings,
): Promise<void> {
  const [whole] = parts;
  if (whole === undefined) throw new InvariantError('a close run has no parts');
  const startedAt = performance.now();
  let total = 0;
  const tasks = (step.over === 'parts' ? parts : [whole]).map((part) => async () => {
    if (done.has(`${step.name}/${part.partition}`)) return;
    const from = performance.now();
    const loans = await step.run(tools, part);
    total += loans;
    await noteStep(tools.db, {
      runId: tools.runId,
      step: step.name,
      partition: part.partition,
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
  const run = await openRun(db, scope, now, settings.partLoans);
  if (run.status !== 'open') return { on: scope.on, replayed: true, findings: [] };
  const { alive } = settings;
  const tools: StepTools = { db, runId: run.id, rules: await rulesFor(db, scope), alive };
  const parts = await partsOf(db, run);
  const done = await stepsDone(db, run.id);
  for (const step of CLOSE_STEPS) await runStep(step, parts, tools, done, settings);
  const findings = await findingsOf(db, run.id);
  await finishRun(db, run, findings.length === 0, now);
  return { on: scope.on, replayed: false, findings };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { type Stack, startStack } from '../stack/stack';
import { type Contender, contendersOf } from './support/contenders';
import { replayDay } from './support/day';
import { type HistoryCost, historyCost } from './support/history-cost';
import { cpuSeconds } from './support/processes';
import { median, percentile } from './support/race';
import { Watcher } from './support/real-loans';

/** Share of the bare workflow's rate that each must reach. */
const GOALS: Record<string, number> = { 'whole loan': 0.5, 'without the PDF': 0.8, 'workflow alone': 0.95 };
const MOST_EVENTS = 70;

interface Line {
  contender: Contender;
  rates: number[];
  latenciesMs: number[];
  cpu: Record<string, number>;
  jobs: number;
  cost: HistoryCost;
}

const options = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    count: { type: 'string', default: '40' },
    'in-flight': { type: 'string', default: '8' },
    'warm-up': { type: 'string', default: '120' },
    day: { type: 'string' },
    sample: { type: 'string', default: '60' },
  },
}).values;

/** CPU seconds so far, by process of the stack, and of this one: who plays the applicants takes from the same cores. */
function cpuNow(stack: Stack, contender: Contender): Record<string, number> {
  const { worker: _own, ...parts } = stack.pids();
  const processes = { ...parts, worker: contender.workerPid() };
  const seconds = Object.entries(processes).map(([name, pid]) => [name, cpuSeconds(pid)] as const);
  const { user, system } = process.cpuUsage();
  return { ...Object.fromEntries(seconds), applicants: (user + system) / 1e6 };
}

async function runRound(
  stack: Stack,
  client: Client,
  line: Line,
  count: number,
  inFlight: number,
): Promise<void> {
  const { contender } = line;
  await contender.prepare();
  // The first loans of a fresh process pay for its start, and the next hundred for compiling what is hot: workers of real
  // loans are restarted for each round, the yardstick's stays up, so each gets warm before the clock starts.
  await contender.round(Number(options['warm-up']), inFlight);
  const before = cpuNow(stack, contender);
  const { perSecond, latenciesMs, ids } = await contender.round(count, inFlight);
  const after = cpuNow(stack, contender);
  for (const [name, seconds] of Object.entries(after))
    line.cpu[name] = (line.cpu[name] ?? 0) + seconds - (before[name] ?? 0);
  line.rates.push(perSecond);
  line.latenciesMs.push(...latenciesMs);
  line.jobs += count;
  line.cost = await historyCost(client, contender.workflowId(ids[0] ?? ''));
  await contender.dismiss();
  console.log(`  ${contender.name}: ${perSecond.toFixed(2)}/s`);
}

const PARTS = ['api', 'worker', 'temporal', 'postgres', 'sandbox', 'applicants'];

function table(lines: readonly Line[]): boolean {
  const bare = median(lines[0]?.rates ?? []);
  console.log(
    `\n| | per second | of bare | goal | p50 ms | p99 ms | events | billed actions | workflow tasks | ${PARTS.map((part) => `${part} CPU ms`).join(' | ')} |`,
  );
  console.log(`|${'---|'.repeat(9 + PARTS.length)}`);
  let met = true;
  for (const { contender, rates, latenciesMs, cpu, jobs, cost } of lines) {
    const goal = GOALS[contender.name];
    const ratio = median(rates) / bare;
    if (goal !== undefined && ratio < goal) met = false;
    const cells = [
      contender.name,
      median(rates).toFixed(2),
      ratio.toFixed(2),
      goal?.toFixed(2) ?? '',
      percentile(latenciesMs, 0.5).toFixed(0),
      percentile(latenciesMs, 0.99).toFixed(0),
      cost.events,
      cost.actions,
      cost.workflowTasks,
      ...PARTS.map((part) => (((cpu[part] ?? 0) * 1000) / jobs).toFixed(0)),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  return met;
}

async function compare(stack: Stack, client: Client, watcher: Watcher): Promise<boolean> {
  const { all, close } = await contendersOf(stack, client, watcher);
  const [rounds, count, inFlight] = [
    Number(options.rounds),
    Number(options.count),
    Number(options['in-flight']),
  ];
  const fresh = (contender: Contender): Line => ({
    contender,
    rates: [],
    latenciesMs: [],
    cpu: {},
    jobs: 0,
    cost: { events: 0, actions: 0, workflowTasks: 0 },
  });
  const lines = all.map(fresh);
  try {
    for (let round = 1; round <= rounds; round++) {
      console.log(`round ${round} of ${rounds}, ${count} each, ${inFlight} in flight`);
      for (const line of lines) await runRound(stack, client, line, count, inFlight);
    }
  } finally {
    await close();
  }
  const met = table(lines);
  const events = lines.find(({ contender }) => contender.name === 'whole loan')?.cost.events ?? 0;
  console.log(`\n${events} events to payout (at most ${MOST_EVENTS}); goals ${met ? 'met' : 'MISSED'}`);
  return met && events <= MOST_EVENTS;
}

async function main(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loanflow-bench-'));
  const stack = await startStack({
    dataDir,
    ports: 'free',
    progress: (line) => console.log(line),
    environment: { RATE_LIMIT_PER_MINUTE: '1000000' },
  });
  const pool = new Pool({ connectionString: stack.database.ownerUrl, max: 2 });
  const watcher = new Watcher(pool);
  const connection = await Connection.connect({ address: stack.temporal.address });
  const client = new Client({ connection, namespace: stack.temporal.namespace });
  try {
    if (options.day !== undefined) {
      await replayDay(stack, watcher, {
        loans: Number(options.day),
        warmUp: Number(options['warm-up']),
        sampleSeconds: Number(options.sample),
      });
      return 0;
    }
    return (await compare(stack, client, watcher)) ? 0 : 1;
  } finally {
    await watcher.stop();
    await connection.close();
    await pool.end();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);

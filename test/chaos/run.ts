import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { type Stack, startStack } from '../../stack/stack';
import { bankProof } from './bank-proof';
import { type Accepted, FEW_KINDS, KINDS, type Kind, type Places } from './borrowers';
import { cohort } from './cohort';
import { Dice } from './dice';
import { Faults } from './faults';
import { Moments } from './moments';
import { type ChaosOptions, chaosOptions } from './options';
import { booksProof, drawsProof, endsProof, leftOversProof } from './own-proof';
import { PatientApi } from './patient-api';
import { planOf } from './plan';
import { BuggyBankLine } from './plant';
import { killTable, missedMoments } from './report';

/** Small, so that every loan continues as new again and again. */
const HISTORY_LIMIT = 50;
/** Fewer faults than this are a short run. */
const SHORT = 20;
/** The bank takes its time, so that a kill can fall between order and answer. */
const BANK_DELAY_MS = 250;

const began = Date.now();
const say = (line: string): void =>
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);

async function slowBank(sandbox: string): Promise<void> {
  await fetch(`${sandbox}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ party: 'bank', kind: 'slow', delayMs: BANK_DELAY_MS, untilReset: true }),
  });
}

interface Lived {
  accepted: Accepted[];
  failures: string[];
}

/** How many loans live at once. */
interface Crowd {
  lanes: number;
  kinds: readonly Kind[];
}

const crowdFor = (faults: number): Crowd =>
  faults < SHORT ? { lanes: 1, kinds: FEW_KINDS } : { lanes: 2, kinds: KINDS };

/** Starts cohorts in lanes for as long as faults are still to come, at least one in each. */
async function live(places: Places, { lanes, kinds }: Crowd, more: () => boolean): Promise<Lived> {
  const lived: Lived = { accepted: [], failures: [] };
  let started = 0;
  const lane = async (): Promise<void> => {
    do {
      started += 1;
      const no = started;
      await cohort(places, kinds, no, (one) => lived.accepted.push(one)).then(
        () => say(`cohort ${no} has lived to its end`),
        (error: unknown) =>
          lived.failures.push(`cohort ${no}: ${error instanceof Error ? error.message : error}`),
      );
    } while (more() && lived.failures.length === 0);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return lived;
}

async function prove(pool: Pool, places: Places, { accepted, failures }: Lived): Promise<string[]> {
  const clocks = [...new Set(accepted.map(({ clockId }) => clockId))];
  const banks = await Promise.all(clocks.map((clockId) => bankProof(pool, places.sandbox, clockId)));
  return [
    ...failures,
    ...(await endsProof(pool, accepted)),
    ...(await drawsProof(pool, accepted)),
    ...(await leftOversProof(pool)),
    ...banks.flat(),
    ...(await booksProof(pool)),
  ];
}

async function disturb(stack: Stack, options: ChaosOptions): Promise<string[]> {
  const places = { api: stack.urls.api, sandbox: stack.urls.sandbox };
  const plan = planOf(options.faults);
  const pool = new Pool({ connectionString: stack.database.ownerUrl, max: 4 });
  pool.on('error', () => undefined);
  const moments = Moments.watch(pool, stack.temporal, HISTORY_LIMIT);
  try {
    await slowBank(places.sandbox);
    const faults = new Faults(stack, moments, new Dice(options.seed), say);
    let lifeOver = false;
    let faultsOver = false;
    const lives = live(places, crowdFor(options.faults), () => !faultsOver).finally(() => {
      lifeOver = true;
    });
    await faults.carryOut(plan, () => lifeOver);
    faultsOver = true;
    say('no more faults; the loans go on to their ends');
    const lived = await lives;
    await faults.judge();
    const wrong = [...(await prove(pool, places, lived)), ...missedMoments(faults.kills, plan)];
    console.log(`\n${killTable(faults.kills)}\n`);
    say(
      `${lived.accepted.length} loans, ${faults.kills.length} kills, ${faults.freezes} freezes, ` +
        `${PatientApi.again} requests repeated under their key`,
    );
    return wrong;
  } finally {
    await moments.close();
    await pool.end();
  }
}

async function main(): Promise<number> {
  const options = chaosOptions(process.argv.slice(2));
  say(
    `${options.faults} faults, seed ${options.seed}${options.plant ? `, planted bug: ${options.plant}` : ''}`,
  );
  const dataDir = mkdtempSync(join(tmpdir(), 'loanflow-chaos-'));
  const line = options.plant && (await BuggyBankLine.open(options.plant));
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  const fallen: string[] = [];
  const stack: Stack = await startStack({
    dataDir,
    ports: 'free',
    progress: say,
    abort: interrupted.signal,
    environment: {
      LOAN_HISTORY_LIMIT: String(HISTORY_LIMIT),
      RATE_LIMIT_PER_MINUTE: '1000000',
      ...(line && { PAYMENTS_URL: line.url }),
    },
    onUnexpectedExit: (part, how) => {
      fallen.push(`${part} ended by itself: ${how}`);
      say(`${part} ended by itself: ${how}`);
      void stack.restart(part).catch(() => undefined);
    },
  });
  try {
    line?.connect(stack.urls.sandbox);
    const wrong = [...(await disturb(stack, options)), ...fallen];
    for (const one of wrong.slice(0, 40)) console.log(`  VIOLATION  ${one}`);
    if (wrong.length > 40) console.log(`  … and ${wrong.length - 40} more`);
    say(
      wrong.length === 0 ? 'nothing lost, nothing paid twice, books balanced' : `${wrong.length} violations`,
    );
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await stack.stop();
    await line?.close();
    if (options.keep) say(`kept: ${dataDir}`);
    else rmSync(dataDir, { recursive: true, force: true });
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);

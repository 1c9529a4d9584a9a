import { execFileSync } from 'node:child_process';
import { accountOf } from '../domain/account/account-of';
import type { AccountTerms } from '../domain/account/terms';
import { EVENTS, start, stream, terms } from './support/fold-input';

const ROUNDS = 40;
/** Fresh processes per product; each folds once, with no line of the engine compiled before. */
const COLD_STARTS = 9;

interface Product {
  readonly name: string;
  readonly of: AccountTerms;
  readonly goalMs: number;
}

const products: readonly Product[] = [
  { name: 'interest by plan', of: terms('none', 240), goalMs: 20 },
  // Each payment beyond what is due makes a new plan, so that the goal of a recalculated loan holds.
  {
    name: 'interest by plan, excess lowers the instalment',
    of: { ...terms('none', 240), excess: 'lower-instalment' },
    goalMs: 100,
  },
  { name: 'interest recalculated by day, excess repays principal', of: terms('daily', 240), goalMs: 100 },
  {
    name: 'interest recalculated by day, excess waits',
    of: { ...terms('daily', 240), excess: 'suspense' },
    goalMs: 100,
  },
];

const on = start + EVENTS * 3;

function fold(of: AccountTerms, events: ReturnType<typeof stream>): number {
  const from = performance.now();
  const account = accountOf(of, events, { asOf: on, knownOn: on });
  const took = performance.now() - from;
  if (account.totals.receivedMinor === 0n) throw new Error('nothing was folded');
  return took;
}

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
const at = (times: readonly number[], share: number) =>
  sorted(times)[Math.floor(share * (times.length - 1))] ?? Number.NaN;

/** The first fold of a fresh process, told on its standard output. */
function coldOnce(index: number): number {
  const script = process.argv[1] ?? '';
  return Number(execFileSync(process.execPath, [script, `${index}`], { encoding: 'utf8' }));
}

function measure({ name, of, goalMs }: Product, index: number): boolean {
  const cold = Array.from({ length: COLD_STARTS }, () => coldOnce(index));
  const events = stream();
  const warm = Array.from({ length: ROUNDS }, () => fold(of, events)).slice(ROUNDS / 4);
  const figures = [at(cold, 0), at(cold, 0.5), at(warm, 0.5), at(warm, 0.95)].map((ms) => ms.toFixed(1));
  const met = at(cold, 0) <= goalMs;
  console.log(`| ${name} | ${figures.join(' | ')} | ${goalMs}: ${met ? 'met' : 'missed'} |`);
  return met;
}

const [, , coldIndex] = process.argv;
const product = coldIndex === undefined ? undefined : products[Number(coldIndex)];
if (product !== undefined) console.log(fold(product.of, stream()));
else {
  console.log(
    `| ${EVENTS} events, a payment at the start backdated | cold best ms | cold median | warm p50 | warm p95 | goal, cold best |\n|---|---|---|---|---|---|`,
  );
  if (products.map(measure).includes(false)) process.exitCode = 1;
}

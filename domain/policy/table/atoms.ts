import type { Bilingual } from '../../../contracts/policy/body-parts';
import type { RuleTest, RuleValue } from '../../../contracts/policy/rule-table';
import type { FactKind } from '../facts/catalogue';
import { type CountedIn, sayValue, wordsOf } from '../facts/say-value';

/** A piece of what a fact can be that no test of a table cuts in two: a run of whole numbers, one word, or nothing. */
type Atom =
  | { readonly kind: 'run'; readonly from: number; readonly to: number }
  | { readonly kind: 'word'; readonly value: RuleValue }
  | { readonly kind: 'missing' };

/** Everything a fact can be, in pieces. */
export interface FactAtoms {
  readonly kind: FactKind;
  readonly atoms: readonly Atom[];
  readonly countedIn: CountedIn;
}

/** What is open in the catalogue: products and grades of the lender, and what amounts count in. */
export interface OpenWords {
  readonly countedIn: CountedIn;
  readonly product: readonly string[];
  readonly grade: readonly string[];
}

/** Cuts what a fact can be by all tests that speak of it. Facts of numbers are whole numbers. */
export function atomsOf(kind: FactKind, tests: readonly RuleTest[], open: OpenWords): FactAtoms {
  const missing: Atom[] = kind.mayMiss ? [{ kind: 'missing' }] : [];
  const atoms = [...missing, ...(isWord(kind) ? words(kind, tests, open) : runs(kind, tests))];
  return { kind, atoms, countedIn: open.countedIn };
}

const isWord = ({ unit }: FactKind) => unit === 'choice' || unit === 'flag';

function words(kind: FactKind, tests: readonly RuleTest[], open: OpenWords): Atom[] {
  const closed = wordsOf(kind);
  const known: RuleValue[] =
    kind.unit === 'flag'
      ? [true, false]
      : closed
        ? Object.keys(closed)
        : [...open[kind.choices === 'product' ? 'product' : 'grade']];
  const spoken = tests.flatMap((test) =>
    'values' in test ? test.values : test.op === 'is' || test.op === 'is_not' ? [test.value] : [],
  );
  return [...new Set([...known, ...spoken])].map((value) => ({ kind: 'word', value }));
}

/** Where a run of whole numbers begins anew because a test changes its answer there. */
function cuts(test: RuleTest): number[] {
  switch (test.op) {
    case 'below':
    case 'at_least':
      return [Math.ceil(test.value)];
    case 'at_most':
    case 'above':
      return [Math.floor(test.value) + 1];
    case 'between':
      return [Math.ceil(test.from), Math.floor(test.to) + 1];
    case 'is':
    case 'is_not':
      return typeof test.value === 'number' ? [test.value, test.value + 1] : [];
    case 'one_of':
    case 'none_of':
      return test.values.flatMap((value) => (typeof value === 'number' ? [value, value + 1] : []));
    default:
      return [];
  }
}

function runs({ least }: FactKind, tests: readonly RuleTest[]): Atom[] {
  const first = least ?? Number.NEGATIVE_INFINITY;
  const begins = [...new Set([first, ...tests.flatMap(cuts).filter((at) => at > first)])].sort(
    (a, b) => a - b,
  );
  return begins.map((from, at) => ({
    kind: 'run',
    from,
    to: (begins[at + 1] ?? Number.POSITIVE_INFINITY) - 1,
  }));
}

/** Which pieces a test holds for; null where it depends on another fact. */
export function holdsFor({ atoms }: FactAtoms, test: RuleTest): Set<number> | null {
  if ('fact' in test) return null;
  const held = new Set<number>();
  for (const [at, atom] of atoms.entries()) if (holds(atom, test)) held.add(at);
  return held;
}

function holds(atom: Atom, test: Exclude<RuleTest, { fact: string }>): boolean {
  if (test.op === 'missing') return atom.kind === 'missing';
  if (atom.kind === 'missing') return false;
  if (test.op === 'given') return true;
  const value = atom.kind === 'word' ? atom.value : atom.from;
  if (test.op === 'is') return value === test.value;
  if (test.op === 'is_not') return value !== test.value;
  if (test.op === 'one_of') return test.values.includes(value);
  if (test.op === 'none_of') return !test.values.includes(value);
  return atom.kind === 'run' && holdsInRun(atom, test);
}

type Compared = Extract<RuleTest, { op: 'below' | 'at_most' | 'above' | 'at_least' | 'between' }>;

function holdsInRun({ from, to }: { from: number; to: number }, test: Compared): boolean {
  switch (test.op) {
    case 'below':
      return to < test.value;
    case 'at_most':
      return to <= test.value;
    case 'above':
      return from > test.value;
    case 'at_least':
      return from >= test.value;
    case 'between':
      return from >= test.from && to <= test.to;
  }
}

/** Pieces of a fact in words: `A、B`, `7–12 months`, `missing`. */
export function sayAtoms({ kind, atoms, countedIn }: FactAtoms, held: ReadonlySet<number>): Bilingual {
  const said = joined(atoms.filter((_, at) => held.has(at))).map((atom) => sayAtom(kind, atom, countedIn));
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') };
}

function joined(atoms: readonly Atom[]): Atom[] {
  const result: Atom[] = [];
  for (const atom of atoms) {
    const last = result.at(-1);
    if (atom.kind === 'run' && last?.kind === 'run' && last.to + 1 === atom.from)
      result[result.length - 1] = { kind: 'run', from: last.from, to: atom.to };
    else result.push(atom);
  }
  return result;
}

function sayAtom(kind: FactKind, atom: Atom, countedIn: CountedIn): Bilingual {
  if (atom.kind === 'missing') return { zh: '缺失', en: 'missing' };
  if (atom.kind === 'word') return sayValue(kind, atom.value, countedIn);
  const { from, to } = atom;
  const low = sayValue(kind, from, countedIn);
  const high = sayValue(kind, to, countedIn);
  if (from === to) return low;
  if (!Number.isFinite(from)) return { zh: `不超过 ${high.zh}`, en: `up to ${high.en}` };
  if (!Number.isFinite(to)) return { zh: `${low.zh}及以上`, en: `${low.en} and more` };
  return { zh: `${low.zh}–${high.zh}`, en: `${low.en}–${high.en}` };
}

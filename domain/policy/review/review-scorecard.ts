import type { RuleTest } from '../../../contracts/policy/rule-table';
import type { PointsCard, RatioCard, ScoreBin, ScorecardBody } from '../../../contracts/policy/scorecard';
import { RULE_FIELDS } from '../../underwriting/rule-fields';
import { factKind } from '../facts/catalogue';
import type { CountedIn } from '../facts/say-value';
import { atomsOf, holdsFor, sayAtoms } from '../table/atoms';
import { blocks, type Finding } from './finding';
import type { Shelf } from './shelf';

/** Whether every applicant gets a score: known variables, bins without holes or overlaps, grades in order. */
export function reviewScorecard(card: ScorecardBody, code: string, shelf: Shelf): Finding[] {
  const grades = card.grades.flatMap(({ minScore }, at) => {
    const above = card.grades[at - 1];
    return above && above.minScore <= minScore ? [blocks('GRADES_ORDER', ['grades', at, 'minScore'])] : [];
  });
  const countedIn = shelf.countedIn('scorecard', code);
  const parts = card.model === 'points' ? reviewPoints(card, shelf, countedIn) : reviewRatios(card, shelf);
  return [...parts, ...grades];
}

function reviewPoints(card: PointsCard, shelf: Shelf, countedIn: CountedIn): Finding[] {
  const reasons = shelf.reasonCodes();
  return card.variables.flatMap(({ name, names, bins, reasonCode }, at) => {
    const path = ['variables', at];
    if (!RULE_FIELDS.personCredit.some((known) => known === name))
      return [blocks('VARIABLE_UNKNOWN', [...path, 'name'], { fact: names })];
    return [
      ...(card.variables.findIndex((other) => other.name === name) < at
        ? [blocks('TWICE', [...path, 'name'], { what: names })]
        : []),
      ...(reasons.has(reasonCode)
        ? []
        : [blocks('REASON_UNKNOWN', [...path, 'reasonCode'], { reason: reasonCode })]),
      ...reviewBins({ fact: name, bins, countedIn }, path),
    ];
  });
}

/** A bin as a test; a range is closed below and open above. */
function testsOf({ when }: ScoreBin): RuleTest[] {
  switch (when.kind) {
    case 'missing':
      return [{ op: 'missing' }];
    case 'in':
      return [{ op: 'one_of', values: when.values.map(asRead) }];
    case 'range': {
      const low: RuleTest[] = when.from === null ? [] : [{ op: 'at_least', value: when.from }];
      const high: RuleTest[] = when.to === null ? [] : [{ op: 'below', value: when.to }];
      return low.length + high.length === 0 ? [{ op: 'given' }] : [...low, ...high];
    }
  }
}

/** Flags are written as the words true and false. */
const asRead = (word: string) => (word === 'true' ? true : word === 'false' ? false : word);

/** Known of every person who applies; rules read them as missing only for companies. */
const OF_EVERY_PERSON: ReadonlySet<string> = new Set([
  'age',
  'idProvince',
  'residenceProvince',
  'employment',
]);

interface Binned {
  readonly fact: string;
  readonly bins: readonly ScoreBin[];
  readonly countedIn: CountedIn;
}

function reviewBins({ fact, bins, countedIn }: Binned, path: readonly (string | number)[]): Finding[] {
  const known = factKind(fact);
  if (!known) return [];
  const kind = OF_EVERY_PERSON.has(fact) ? { ...known, mayMiss: false } : known;
  const tests = bins.map(testsOf);
  const atoms = atomsOf(kind, tests.flat(), { product: [], grade: [], countedIn });
  const left = new Set(atoms.atoms.keys());
  const found: Finding[] = [];
  for (const [at, asked] of tests.entries()) {
    const held = [...atoms.atoms.keys()].filter((piece) =>
      asked.every((test) => holdsFor(atoms, test)?.has(piece)),
    );
    if (held.some((piece) => !left.has(piece)))
      found.push(
        blocks('BINS_OVERLAP', [...path, 'bins', at], { fact: kind.names, bin: bins[at]?.label ?? '' }),
      );
    for (const piece of held) left.delete(piece);
  }
  if (left.size > 0)
    found.push(blocks('BINS_GAP', [...path, 'bins'], { fact: kind.names, case: sayAtoms(atoms, left) }));
  return found;
}

function reviewRatios(card: RatioCard, shelf: Shelf): Finding[] {
  const reasons = shelf.reasonCodes();
  const known: readonly string[] = RULE_FIELDS.companyCredit;
  const strangers = (list: 'ratios' | 'qualities') =>
    card[list].flatMap(({ name, names }, at) =>
      known.includes(name) ? [] : [blocks('VARIABLE_UNKNOWN', [list, at, 'name'], { fact: names })],
    );
  return [
    ...strangers('ratios'),
    ...strangers('qualities'),
    ...card.overrides.flatMap(({ reasonCode }, at) =>
      reasons.has(reasonCode)
        ? []
        : [blocks('REASON_UNKNOWN', ['overrides', at, 'reasonCode'], { reason: reasonCode })],
    ),
  ];
}

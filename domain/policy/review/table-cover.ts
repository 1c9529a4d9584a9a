import type { Bilingual } from '../../../contracts/policy/body-parts';
import type { RuleRow, RuleTable } from '../../../contracts/policy/rule-table';
import { factKind } from '../facts/catalogue';
import { atomsOf, type FactAtoms, holdsFor, type OpenWords, sayAtoms } from '../table/atoms';
import { type Box, isEmpty, meet, within, without } from '../table/boxes';

/** What a row can hold for, and what it surely holds for; they differ where it compares two facts. */
interface RowCases {
  readonly most: Box;
  readonly surely: Box | null;
}

/** What the rows of a table leave open and what they say twice. */
export interface TableCover {
  readonly impossible: readonly number[];
  readonly hidden: readonly number[];
  /** Later row, earlier row. */
  readonly overlaps: readonly (readonly [number, number])[];
  readonly repeated: readonly (readonly [number, number])[];
  /** Cases that no row covers, a few of them in words. */
  readonly gaps: readonly Bilingual[];
}

const GAPS_TOLD = 5;

/** Judges the rows of a table against all that the facts in it can be. */
export function coverOf(table: RuleTable, open: OpenWords): TableCover {
  const facts = factsOf(table, open);
  const names = [...facts.keys()];
  const all: Box = names.map((name) => new Set(facts.get(name)?.atoms.keys() ?? []));
  const rows = table.rows.map((row) => casesOf(row, facts, all));
  const impossible = rows.flatMap(({ most }, at) => (isEmpty(most) ? [at] : []));
  const possible = (at: number) => !impossible.includes(at);
  const hidden: number[] = [];
  let left: Box[] | null = [all];
  for (const [at, { most, surely }] of rows.entries()) {
    if (left === null) break;
    if (possible(at) && !left.some((box) => !isEmpty(meet(box, most)))) hidden.push(at);
    if (surely !== null && possible(at)) left = without(left, surely);
  }
  const shadowed = table.hit === 'first' ? hidden : [];
  return {
    impossible,
    hidden: shadowed,
    ...pairs(table, rows, (at) => possible(at) && !shadowed.includes(at)),
    gaps: (left ?? []).slice(0, GAPS_TOLD).map((box) => sayBox(box, all, names, facts)),
  };
}

function factsOf({ rows }: RuleTable, open: OpenWords): Map<string, FactAtoms> {
  const clauses = rows.flatMap(({ when }) => when);
  const names = [...new Set(clauses.map(({ fact }) => fact))];
  return new Map(
    names.flatMap((name) => {
      const kind = factKind(name);
      const tests = clauses.filter(({ fact }) => fact === name).map(({ test }) => test);
      return kind ? [[name, atomsOf(kind, tests, open)] as const] : [];
    }),
  );
}

function casesOf({ when }: RuleRow, facts: ReadonlyMap<string, FactAtoms>, all: Box): RowCases {
  let most: Box = all;
  let sure = true;
  for (const [at, [name, atoms]] of [...facts].entries()) {
    for (const { test } of when.filter(({ fact }) => fact === name)) {
      const held = holdsFor(atoms, test);
      if (held === null) sure = false;
      else
        most = most.map((each, other) =>
          other === at ? new Set([...each].filter((p) => held.has(p))) : each,
        );
    }
  }
  return { most, surely: sure ? most : null };
}

function pairs(table: RuleTable, rows: readonly RowCases[], counts: (at: number) => boolean) {
  const overlaps: [number, number][] = [];
  const repeated: [number, number][] = [];
  for (const [at, { surely }] of rows.entries()) {
    for (let earlier = 0; earlier < at; earlier++) {
      const other = rows[earlier]?.surely ?? null;
      if (surely === null || other === null || !counts(at) || !counts(earlier)) continue;
      const same = within(surely, other) && within(other, surely);
      if (same && table.hit === 'collect') repeated.push([at, earlier]);
      if (table.hit === 'collect' || isEmpty(meet(surely, other))) continue;
      const nested = within(surely, other) || within(other, surely);
      if (!nested && answer(table.rows[at]) !== answer(table.rows[earlier])) overlaps.push([at, earlier]);
    }
  }
  return { overlaps, repeated };
}

const answer = (row: RuleRow | undefined) =>
  JSON.stringify(Object.entries(row?.give ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));

function sayBox(
  box: Box,
  all: Box,
  names: readonly string[],
  facts: ReadonlyMap<string, FactAtoms>,
): Bilingual {
  const parts = names.flatMap((name, at) => {
    const held = box[at];
    const atoms = facts.get(name);
    if (!held || !atoms || held.size === all[at]?.size) return [];
    const said = sayAtoms(atoms, held);
    return [{ zh: `${atoms.kind.names.zh} ${said.zh}`, en: `${atoms.kind.names.en} ${said.en}` }];
  });
  if (parts.length === 0) return { zh: '任何情形', en: 'any case' };
  return { zh: parts.map(({ zh }) => zh).join(','), en: parts.map(({ en }) => en).join('; ') };
}

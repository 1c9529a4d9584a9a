import type { Bilingual } from '../../../contracts/policy/body-parts';
import type { RuleRow, RuleTable, RuleTest, RuleValue } from '../../../contracts/policy/rule-table';
import { RULE_FIELDS, type RuleFieldSet } from '../../underwriting/rule-fields';
import { type FactKind, factKind } from '../facts/catalogue';
import { wordsOf } from '../facts/say-value';
import type { OpenWords } from '../table/atoms';
import { blocks, type Finding, warns } from './finding';
import { coverOf } from './table-cover';

/** What a kind of table demands beyond its rows being sound. */
export interface TableDemand {
  readonly fields: RuleFieldSet;
  readonly open: OpenWords;
  /** What it means that no row covers a case: nothing, a thing to look at, or a mistake. */
  readonly gaps: 'fine' | 'warn' | 'block';
  readonly outputs: (row: RuleRow, at: number) => Finding[];
}

const ROWS = ['table', 'rows'] as const;

/** Everything wrong or odd in a decision table, each with the cell it is about. */
export function reviewTable(table: RuleTable, demand: TableDemand): Finding[] {
  const cells = table.rows.flatMap((row, at) => [
    ...row.when.flatMap((clause, place) => reviewClause(clause, [...ROWS, at, 'when', place], demand)),
    ...demand.outputs(row, at),
  ]);
  const found = [...namesTwice(table), ...columnsUnknown(table, demand), ...cells];
  // Rows that read what is not there cannot be compared with each other.
  if (found.some(({ code }) => code === 'FACT_UNKNOWN' || code === 'VALUE_UNFIT')) return found;
  return [...found, ...reviewCover(table, demand)];
}

function namesTwice({ rows }: RuleTable): Finding[] {
  return rows.flatMap(({ id }, at) =>
    rows.findIndex((row) => row.id === id) < at
      ? [blocks('ROW_TWICE', [...ROWS, at, 'id'], { row: id })]
      : [],
  );
}

const isField = (fields: RuleFieldSet, fact: string) =>
  RULE_FIELDS[fields].some((known: string) => known === fact);

function columnsUnknown({ columns }: RuleTable, { fields }: TableDemand): Finding[] {
  return columns.flatMap((fact, at) =>
    isField(fields, fact) ? [] : [blocks('FACT_UNKNOWN', ['table', 'columns', at], { fact: nameOf(fact) })],
  );
}

function nameOf(fact: string): string | Bilingual {
  return factKind(fact)?.names ?? fact;
}

function reviewClause(
  { fact, test }: RuleRow['when'][number],
  path: readonly (string | number)[],
  { fields, open }: TableDemand,
): Finding[] {
  const strangers = [fact, ...('fact' in test ? [test.fact] : [])].filter((name) => !isField(fields, name));
  const kind = factKind(fact);
  if (strangers.length > 0 || kind === undefined)
    return strangers.map((name) => blocks('FACT_UNKNOWN', path, { fact: nameOf(name) }));
  return fits(kind, test, open) ? [] : [blocks('VALUE_UNFIT', path, { fact: kind.names })];
}

/** Whether a test can be asked of a fact: numbers of amounts and counts, known words of words. */
export function fits(kind: FactKind, test: RuleTest, open: OpenWords): boolean {
  const wordy = kind.unit === 'choice' || kind.unit === 'flag';
  switch (test.op) {
    case 'missing':
    case 'given':
      return true;
    case 'is':
    case 'is_not':
      return valueFits(kind, test.value, open);
    case 'one_of':
    case 'none_of':
      return test.values.every((value) => valueFits(kind, value, open));
    case 'between':
      return !wordy && test.from <= test.to;
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
      return !wordy;
    default:
      return !wordy && factKind(test.fact)?.unit === kind.unit;
  }
}

function valueFits(kind: FactKind, value: RuleValue, open: OpenWords): boolean {
  if (kind.unit === 'flag') return typeof value === 'boolean';
  if (kind.unit !== 'choice') return typeof value === 'number' && Number.isSafeInteger(value);
  if (typeof value !== 'string') return false;
  const closed = wordsOf(kind);
  if (closed) return Object.hasOwn(closed, value);
  return kind.choices === 'product' ? open.product.includes(value) : open.grade.includes(value);
}

function reviewCover(table: RuleTable, { open, gaps }: TableDemand): Finding[] {
  const cover = coverOf(table, open);
  const id = (at: number) => table.rows[at]?.id ?? '';
  const open_ = gaps === 'fine' ? [] : cover.gaps;
  return [
    ...cover.impossible.map((at) => blocks('ROW_IMPOSSIBLE', [...ROWS, at], { row: id(at) })),
    ...cover.hidden.map((at) => blocks('ROW_HIDDEN', [...ROWS, at], { row: id(at) })),
    ...cover.repeated.map(([at, other]) =>
      warns('ROW_REPEATED', [...ROWS, at], { row: id(at), other: id(other) }),
    ),
    ...cover.overlaps.map(([at, other]) =>
      warns('ROWS_OVERLAP', [...ROWS, at], { row: id(at), other: id(other) }),
    ),
    ...open_.map((gap) => (gaps === 'block' ? blocks : warns)('TABLE_GAP', ['table', 'rows'], { case: gap })),
  ];
}

import { AuthorityResult, EntryHit, PriceResult } from '../../../contracts/policy/rule-results';
import type { RuleRow, RuleTable } from '../../../contracts/policy/rule-table';
import { RULE_FIELDS, type RuleFieldSet } from '../../underwriting/rule-fields';

import { blocks, type Finding } from './finding';
import { rowAboveCap } from './price-limits';
import { reviewTable } from './review-table';
import type { Shelf } from './shelf';

interface Shape {
  readonly safeParse: (value: unknown) => { success: boolean };
}

const outputPath = (at: number, output: string) => ['table', 'rows', at, 'give', output];

/** Outputs that a row must give and may give wrongly. */
function reviewOutputs(row: RuleRow, at: number, shapes: Readonly<Record<string, Shape>>): Finding[] {
  return Object.entries(shapes).flatMap(([output, shape]) => {
    const value = row.give[output];
    if (shape.safeParse(value === '' ? undefined : value).success) return [];
    const code = value === undefined || value === '' ? 'OUTPUT_MISSING' : 'OUTPUT_UNFIT';
    return [blocks(code, outputPath(at, output), { row: row.id, output })];
  });
}

function reviewReason(row: RuleRow, at: number, output: string, shelf: Shelf): Finding[] {
  const reason = row.give[output];
  if (reason === undefined || reason === '' || shelf.reasonCodes().has(String(reason))) return [];
  return [blocks('REASON_UNKNOWN', outputPath(at, output), { reason: String(reason) })];
}

/** Entry rules are read before anything is asked outside, credit rules after; which one it is say the products that use it. */
export function entryFields(shelf: Shelf, code: string, table: RuleTable): RuleFieldSet {
  const products = shelf.productsUsing('entry_rules', code);
  const credit = products.find(({ policies }) => policies.creditRules === code);
  if (credit) return credit.customerType === 'company' ? 'companyCredit' : 'personCredit';
  return products.length > 0 ? 'entry' : fieldsReadBy(table);
}

/** Rules that no product uses yet are taken for the kind whose facts they read. */
function fieldsReadBy({ rows }: RuleTable): RuleFieldSet {
  const read = rows.flatMap(({ when }) => when.map(({ fact }) => fact));
  const kinds = ['entry', 'personCredit', 'companyCredit'] as const;
  const fitting = kinds.find((kind) =>
    read.every((fact) => RULE_FIELDS[kind].some((one: string) => one === fact)),
  );
  return fitting ?? 'entry';
}

export function reviewEntryRules(table: RuleTable, code: string, shelf: Shelf): Finding[] {
  const products = shelf.productsUsing('entry_rules', code);
  return reviewTable(table, {
    fields: entryFields(shelf, code, table),
    open: shelf.openWords(products),
    gaps: 'fine',
    outputs: (row, at) => [
      ...reviewOutputs(row, at, EntryHit.shape),
      ...reviewReason(row, at, 'code', shelf),
    ],
  });
}

/** A price for each row within the cap, for every product that uses the table and every term the row speaks of. */
export function reviewPrices(table: RuleTable, code: string, shelf: Shelf): Finding[] {
  const products = shelf.productsUsing('price_table', code);
  const sound = reviewTable(table, {
    fields: 'price',
    open: shelf.openWords(products),
    gaps: 'warn',
    outputs: (row, at) => reviewOutputs(row, at, PriceResult.shape),
  });
  const capped = table.rows.flatMap((row, at) =>
    products.flatMap((product) => rowAboveCap(shelf, product, row, outputPath(at, 'rateBps'))).slice(0, 1),
  );
  return [...sound, ...capped];
}

export function reviewAuthorityTable(table: RuleTable, code: string, shelf: Shelf): Finding[] {
  const products = shelf.productsUsing('authority', code);
  return reviewTable(table, {
    fields: 'authority',
    open: shelf.openWords(products),
    gaps: 'block',
    outputs: (row, at) => [
      ...reviewOutputs(row, at, AuthorityResult.shape),
      ...reviewReason(row, at, 'reason', shelf),
    ],
  });
}

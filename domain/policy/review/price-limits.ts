import type { ProductBody } from '../../../contracts/policy/product';
import type { RuleRow } from '../../../contracts/policy/rule-table';
import { factKind } from '../facts/catalogue';
import { atomsOf, holdsFor } from '../table/atoms';
import { tableOf } from '../table/table-of';
import { aboveCap } from './cost-limits';
import type { Finding, FormPath } from './finding';
import type { Shelf } from './shelf';

/** Whether the rate of a row of a price table would cost more than the cap allows, over any term of the product that the row speaks of. */
export function rowAboveCap(shelf: Shelf, product: ProductBody, row: RuleRow, path: FormPath): Finding[] {
  const rate = row.give.rateBps;
  if (typeof rate !== 'number') return [];
  const months = product.termsMonths.filter((term) => speaksOfTerm(row, term));
  return aboveCap(shelf, product, {
    bps: rate + addOnOf(shelf, product.policies.scorecard, row),
    months,
    path,
  });
}

/** The prices in force as a product would charge them: a flat method makes a rate cost about twice as much. */
export function pricesAboveCap(shelf: Shelf, product: ProductBody): Finding[] {
  const prices = shelf.find('price_table', product.policies.priceTable);
  const read = prices && tableOf(prices.graph);
  if (!read?.ok) return [];
  return read.table.rows
    .flatMap((row) => rowAboveCap(shelf, product, row, ['policies', 'priceTable']))
    .slice(0, 1);
}

function speaksOfTerm({ when }: RuleRow, months: number): boolean {
  const kind = factKind('termMonths');
  const tests = when.filter(({ fact }) => fact === 'termMonths').map(({ test }) => test);
  if (!kind) return true;
  const atoms = atomsOf(kind, [...tests, { op: 'is', value: months }], {
    ...{ product: [], grade: [], countedIn: null },
  });
  const here = atoms.atoms.findIndex((atom) => atom.kind === 'run' && atom.from === months);
  return tests.every((test) => holdsFor(atoms, test)?.has(here) ?? true);
}

/** What a company's grade adds to the table's rate; the highest of the grades that the row speaks of. */
function addOnOf(shelf: Shelf, scorecard: string, { when }: RuleRow): number {
  const card = shelf.find('scorecard', scorecard);
  if (card?.model !== 'ratios') return 0;
  const asked = when.filter(({ fact }) => fact === 'grade').map(({ test }) => test);
  const grades = asked.flatMap((test) =>
    'values' in test ? test.values : 'value' in test ? [test.value] : card.grades.map(({ grade }) => grade),
  );
  return Math.max(
    0,
    ...card.grades.filter(({ grade }) => grades.includes(grade)).map(({ addOnBps }) => addOnBps),
  );
}

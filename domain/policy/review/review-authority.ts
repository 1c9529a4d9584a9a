import type { AuthorityLevel } from '../../../contracts/policy/origination';
import type { RuleRow } from '../../../contracts/policy/rule-table';
import type { AuthorityForm } from '../../../contracts/policy/studio';
import { factKind } from '../facts/catalogue';
import { sayValue } from '../facts/say-value';
import { blocks, type Finding, type FormPath } from './finding';
import { reviewAuthorityTable } from './review-rules';
import type { Shelf } from './shelf';

/** Who decides what (商业银行法 35): the table, the levels of each route, and ceilings that the table must respect. */
export function reviewAuthority(
  form: AuthorityForm,
  code: string,
  shelf: Shelf,
  roles: readonly string[],
): Finding[] {
  const levels = form.routes.flatMap(({ levels }, at) =>
    levels.flatMap((level, place) => reviewLevel(level, ['routes', at, 'levels', place], roles)),
  );
  return [
    ...reviewAuthorityTable(form.table, code, shelf),
    ...form.routes.flatMap(({ route }, at) =>
      form.routes.findIndex((other) => other.route === route) < at
        ? [blocks('TWICE', ['routes', at, 'route'], { what: route })]
        : [],
    ),
    ...levels,
    ...reviewLevel(form.declineReview, ['declineReview'], roles),
    ...form.table.rows.flatMap((row, at) => reviewReach(row, at, form, shelf, code)),
  ];
}

function reviewLevel(level: AuthorityLevel, path: FormPath, roles: readonly string[]): Finding[] {
  const { role, deputyRole, votesNeeded, quorum, seats } = level;
  const strangers = [
    ...(roles.includes(role) ? [] : [blocks('ROLE_UNKNOWN', [...path, 'role'], { role })]),
    ...(roles.includes(deputyRole)
      ? []
      : [blocks('ROLE_UNKNOWN', [...path, 'deputyRole'], { role: deputyRole })]),
  ];
  const fair = votesNeeded <= quorum && quorum <= seats;
  return fair ? strangers : [...strangers, blocks('QUORUM_UNFIT', [...path, 'quorum'])];
}

/** A row may send to a route only what the last role of the route may decide. */
function reviewReach(row: RuleRow, at: number, form: AuthorityForm, shelf: Shelf, code: string): Finding[] {
  const { route } = row.give;
  if (route === 'AUTO' || route === 'DECLINE' || route === undefined) return [];
  const levels = form.routes.find((one) => one.route === route)?.levels ?? [];
  const last = levels.at(-1);
  const path = ['table', 'rows', at, 'give', 'route'];
  if (!last) return [blocks('ROUTE_WITHOUT_LEVELS', path, { route: String(route) })];
  const ceiling = form.ceilings.find(({ role }) => role === last.role)?.maxAmountMinor;
  if (ceiling === undefined) return [blocks('CEILING_MISSING', path, { role: last.role })];
  const most = mostAmount(row, shelf, code);
  const money = factKind('amountMinor');
  const countedIn = shelf.countedIn('authority', code);
  if (most === null || !money || most <= Number(ceiling)) return [];
  return [
    blocks('ABOVE_CEILING', path, {
      row: row.id,
      amount: sayValue(money, most, countedIn),
      ceiling: sayValue(money, Number(ceiling), countedIn),
    }),
  ];
}

/** The highest amount that a row can hold for: its own bound, else the highest amount of the products under this authority. */
function mostAmount({ when }: RuleRow, shelf: Shelf, code: string): number | null {
  const bounds = when
    .filter(({ fact }) => fact === 'amountMinor')
    .flatMap(({ test }) =>
      test.op === 'at_most' || test.op === 'below' ? [test.value] : test.op === 'between' ? [test.to] : [],
    );
  if (bounds.length > 0) return Math.min(...bounds);
  const amounts = shelf.productsUsing('authority', code).map(({ maxAmountMinor }) => Number(maxAmountMinor));
  return amounts.length > 0 ? Math.max(...amounts) : null;
}

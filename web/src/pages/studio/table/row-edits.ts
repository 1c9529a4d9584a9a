import type { Clause, Row, RuleTable } from './facts';

/** A name that no row has yet. */
export function freeName(rows: readonly Row[], base: string): string {
  const stem = base.replace(/-\d+$/, '');
  for (let n = 2; ; n++) if (!rows.some(({ id }) => id === `${stem}-${n}`)) return `${stem}-${n}`;
}

export const withRow = (table: RuleTable, at: number, row: Row): RuleTable => ({
  ...table,
  rows: table.rows.map((one, here) => (here === at ? row : one)),
});

/** A row after another: a copy of it, or an empty one. */
export function addRow(table: RuleTable, after: number, copy: boolean): RuleTable {
  const former = table.rows[after];
  const id = freeName(table.rows, copy && former ? former.id : 'row');
  const row: Row = copy && former ? { ...structuredClone(former), id } : { id, note: '', when: [], give: {} };
  return { ...table, rows: [...table.rows.slice(0, after + 1), row, ...table.rows.slice(after + 1)] };
}

export const removeRow = (table: RuleTable, at: number): RuleTable => ({
  ...table,
  rows: table.rows.filter((_, here) => here !== at),
});

export function moveRow(table: RuleTable, at: number, by: 1 | -1): RuleTable {
  const rows = [...table.rows];
  const [row] = rows.splice(at, 1);
  if (row) rows.splice(at + by, 0, row);
  return { ...table, rows };
}

/** The clause that stands in a fact's column; what compares with another fact stands among the further ones. */
export const inColumn = (row: Row, fact: string): Clause | undefined =>
  row.when.find((clause) => clause.fact === fact && !('fact' in clause.test));

/** Clauses that no column holds, with their places in the row. */
export function further(row: Row, columns: readonly string[]): { clause: Clause; at: number }[] {
  const held = columns.map((fact) => inColumn(row, fact));
  return row.when.map((clause, at) => ({ clause, at })).filter(({ clause }) => !held.includes(clause));
}

export const withClause = (row: Row, at: number, clause: Clause): Row => ({
  ...row,
  when: row.when.map((one, here) => (here === at ? clause : one)),
});

export const withoutClause = (row: Row, at: number): Row => ({
  ...row,
  when: row.when.filter((_, here) => here !== at),
});

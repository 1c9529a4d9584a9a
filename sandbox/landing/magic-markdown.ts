import { magicTables } from './magic-tables';

/** The magic values as the tables of docs/sandbox.md; a test holds the two together. */
export function magicMarkdown(): string {
  return magicTables
    .map((table) => {
      const rows = table.rows.map(
        (row) => `| \`${row.mark}\` | \`${row.scenario}\` | ${row.party} | ${row.en} | ${row.zh} |`,
      );
      return [
        `### ${table.en} · ${table.zh}`,
        '',
        '| mark | scenario | party | what happens | 情形 |',
        '|---|---|---|---|---|',
        ...rows,
        '',
      ].join('\n');
    })
    .join('\n');
}

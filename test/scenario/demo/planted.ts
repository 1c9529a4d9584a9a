import { Client } from 'pg';

/** A violation that Postgres is made to answer, quoting a value as its own messages do. */
export interface Violation {
  table: 'messages' | 'test_clocks';
  /** SQL condition on the row `new`. */
  when: string;
  /** What message, detail and hint quote. */
  quotes: string;
  /** How often it happens before Postgres lets the row in. */
  times: number;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Makes Postgres refuse matching rows of a table, for the first few times. */
export async function plant(
  ownerUrl: string,
  { table, when, quotes, times }: Violation,
): Promise<() => Promise<number>> {
  const name = `planted_${table}`;
  const text = quoted(`duplicate key value violates "${table}_key": (${quotes})`);
  await asOwner(
    ownerUrl,
    `create sequence ${name};
     create function ${name}() returns trigger language plpgsql security definer as $$
     begin
       if ${when} and nextval('${name}') <= ${times} then
         raise exception using errcode = '23505', message = ${text}, detail = ${text}, hint = ${text};
       end if;
       return new;
     end $$;
     create trigger ${name} before insert on ${table} for each row execute function ${name}();`,
  );
  return async () => {
    const rows = await asOwner(ownerUrl, `select last_value::int as n, is_called from ${name}`);
    const [row] = rows as { n: number; is_called: boolean }[];
    return row?.is_called ? row.n : 0;
  };
}

/** Runs a statement as the owner of the tables, behind the application's back. */
export async function asOwner(ownerUrl: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

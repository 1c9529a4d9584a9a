import { Client } from 'pg';
import { chart, ledgerRoles } from '../../domain/ledger/chart';
import { freshDatabase, type TestDatabase } from '../support/postgres';

/** Goal: someone who holds the runtime role's password and writes SQL by hand cannot bend the books. */
describe('the ledger as the runtime role sees it', () => {
  let database: TestDatabase;
  let app: Client;
  let owner: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    app = new Client({ connectionString: database.appUrl });
    owner = new Client({ connectionString: database.ownerUrl });
    await app.connect();
    await owner.connect();
    await app.query(
      `insert into loans (id, application_id, customer_id, product_code, product_version, currency, terms, principal_minor, status)
       values ('loan_a', 'app_a', 'cus_a', 'P', 1, 'CNY', '{}', 100, 'active'), ('loan_b', 'app_b', 'cus_b', 'P', 1, 'CNY', '{}', 100, 'active')`,
    );
    await app.query(
      `insert into loan_events (id, loan_id, seq, type, effective_on, booked_on, body, idempotency_key, actor, result)
       values ('evt_a', 'loan_a', 1, 'disbursed', '2026-01-31', '2026-01-31', '{}', 'k1', 'system', '{}')`,
    );
    await book(app, 'led_a', 'loan_a', '2026-01-31', [
      ['130301', 100],
      ['101201', -100],
    ]);
    await app.query(
      `insert into closed_periods (id, from_on, to_on, closed_by) values ('per_a', '2025-12-01', '2025-12-31', 'usr_a')`,
    );
  });

  afterAll(async () => {
    await app.end();
    await owner.end();
    await database.drop();
  });

  type Line = [code: string, minor: number];

  async function entry(client: Client, id: string, loan: string | null, on: string): Promise<void> {
    await client.query(
      `insert into journal_entries (id, idempotency_key, loan_id, kind, description, booked_on, effective_on, currency)
       values ($1, $1, $2, 'disbursement', 'test', $3, $3, 'CNY')`,
      [id, loan, on],
    );
  }

  async function lines(client: Client, id: string, loan: string | null, postings: Line[], from = 1) {
    for (const [index, [code, minor]] of postings.entries()) {
      await client.query(
        'insert into postings (entry_id, line_no, loan_id, account_code, amount_minor) values ($1, $2, $3, $4, $5)',
        [id, index + from, loan, code, minor],
      );
    }
  }

  async function book(client: Client, id: string, loan: string | null, on: string, postings: Line[]) {
    await client.query('begin');
    try {
      await entry(client, id, loan, on);
      await lines(client, id, loan, postings);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }

  it('is neither superuser nor owner of any ledger table', async () => {
    const { rows } = await app.query(
      `select r.rolsuper, r.rolbypassrls, r.rolcreaterole, pg_has_role(current_user, c.relowner, 'member') as owns, c.relname
       from pg_roles r, pg_class c
       where r.rolname = current_user and c.relname in ('loan_events', 'journal_entries', 'postings', 'accrual_lines', 'accrual_batches', 'closed_periods', 'gl_accounts')`,
    );
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      expect(row).toMatchObject({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owns: false });
    }
  });

  it('holds the chart of accounts of the domain, row for row', async () => {
    const { rows } = await app.query('select code, name_zh, name_en, kind from gl_accounts order by code');
    const expected = ledgerRoles
      .map((role) => chart[role])
      .map(({ code, nameZh, nameEn, kind }) => ({ code, name_zh: nameZh, name_en: nameEn, kind }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(rows).toEqual(expected);
  });

  it.each([
    ["update loan_events set body = '{}'"],
    ['delete from loan_events'],
    ['truncate loan_events cascade'],
    ["update journal_entries set booked_on = '2020-01-01'"],
    ['delete from journal_entries'],
    ['truncate journal_entries cascade'],
    ['update postings set amount_minor = amount_minor * 2'],
    ['delete from postings'],
    ['truncate postings'],
    ['update accrual_lines set interest_minor = 1'],
    ['delete from accrual_lines'],
    ['truncate accrual_lines'],
    ['update accrual_batches set lines = 0'],
    ['update accrual_books set vat_units = 0'],
    ['delete from accrual_batches'],
    ["update closed_periods set to_on = '2020-01-01'"],
    ['delete from closed_periods'],
    ['truncate closed_periods'],
    ["update gl_accounts set kind = 'income'"],
    ["insert into gl_accounts (code, name_zh, name_en, kind) values ('1', 'x', 'x', 'asset')"],
    ['delete from loans'],
    ['alter table postings disable trigger all'],
    ['drop trigger postings_no_change on postings'],
    ['drop table postings'],
    ['alter table journal_entries drop constraint journal_entries_idempotency'],
    [
      'create or replace function journal_entry_check_balance() returns trigger language sql as $$ select null $$',
    ],
    ["set session_replication_role = 'replica'"],
    ['set role loanflow_owner'],
    [
      `insert into journal_entries (id, idempotency_key, kind, description, booked_on, effective_on, currency) values ('led_a', 'x', 'x', 'x', '2026-01-01', '2026-01-01', 'CNY')
       on conflict (id) do update set booked_on = '2020-01-01'`,
    ],
  ])('is refused: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('cannot grant itself what it lacks', async () => {
    await app.query('grant update on postings to loanflow_app');
    const { rows } = await app.query(
      "select has_table_privilege('postings', 'update') as update, has_table_privilege('postings', 'delete') as delete, has_table_privilege('postings', 'truncate') as truncate",
    );
    expect(rows).toEqual([{ update: false, delete: false, truncate: false }]);
  });

  it.each(['loan_events', 'journal_entries', 'postings'])(
    'refuses even the owner to change %s',
    async (table) => {
      const column = table === 'postings' ? 'amount_minor = 7' : "effective_on = '2020-01-01'";
      await expect(owner.query(`update ${table} set ${column}`)).rejects.toThrow(/append-only/);
      await expect(owner.query(`delete from ${table}`)).rejects.toThrow(/append-only/);
      await expect(owner.query(`truncate ${table} cascade`)).rejects.toThrow(/append-only/);
    },
  );

  it('refuses an entry that does not sum to zero', async () => {
    await expect(
      book(app, 'led_odd', 'loan_a', '2026-02-01', [
        ['130301', 100],
        ['101201', -99],
      ]),
    ).rejects.toThrow(/does not balance/);
  });

  it('refuses an entry without lines, and one with a single line', async () => {
    await expect(book(app, 'led_none', 'loan_a', '2026-02-01', [])).rejects.toThrow(/does not balance/);
    await expect(book(app, 'led_one', 'loan_a', '2026-02-01', [['130301', 100]])).rejects.toThrow(
      /does not balance/,
    );
  });

  it('refuses a line of zero, an unknown account and an unknown currency', async () => {
    await expect(book(app, 'led_z', 'loan_a', '2026-02-01', [['130301', 0]])).rejects.toThrow(/not_zero/);
    await expect(
      book(app, 'led_u', 'loan_a', '2026-02-01', [
        ['000000', 1],
        ['130301', -1],
      ]),
    ).rejects.toThrow(/foreign key/);
    await expect(
      app.query(
        `insert into journal_entries (id, idempotency_key, kind, description, booked_on, effective_on, currency)
         values ('led_c', 'led_c', 'x', 'x', '2026-02-01', '2026-02-01', 'cny')`,
      ),
    ).rejects.toThrow(/journal_entries_currency/);
  });

  it('refuses memo accounts beside balance-sheet accounts in one entry', async () => {
    await expect(
      book(app, 'led_m', 'loan_a', '2026-02-01', [
        ['900101', 5],
        ['130301', -5],
      ]),
    ).rejects.toThrow(/mixes memo/);
  });

  it('refuses a line added to an entry of an earlier transaction, even a balanced pair', async () => {
    await expect(lines(app, 'led_a', 'loan_a', [['130301', 5]], 3)).rejects.toThrow(/in the transaction/);
  });

  it('refuses lines of the sub-ledger beneath an entry of an earlier transaction, of a loan, of another date, or none', async () => {
    const line = (entryId: string, on: string) =>
      app.query(
        `insert into accrual_lines (accrued_on, loan_id, entry_id, interest_minor, penalty_minor, compound_minor,
           interest_vat_minor, penalty_vat_minor, compound_vat_minor) values ($2, 'loan_a', $1, 5, 0, 0, 0, 0, 0)`,
        [entryId, on],
      );
    await expect(line('led_a', '2026-01-31')).rejects.toThrow(/in the transaction/);
    await expect(line('led_missing', '2026-01-31')).rejects.toThrow(/in the transaction/);
    for (const [loan, on] of [
      ['loan_a', '2026-02-01'],
      [null, '2026-02-02'],
    ] as const) {
      await app.query('begin');
      await entry(app, 'led_lines', loan, '2026-02-01');
      await expect(line('led_lines', on)).rejects.toThrow(/an entry of a portfolio, on its date/);
      await app.query('rollback');
    }
  });

  it('refuses to pretend that an entry was made in a later transaction', async () => {
    await app.query('begin');
    await app.query(
      `insert into journal_entries (id, idempotency_key, loan_id, kind, description, booked_on, effective_on, currency, tx_id)
       values ('led_f', 'led_f', 'loan_a', 'x', 'x', '2026-02-01', '2026-02-01', 'CNY', '99999999')`,
    );
    await lines(app, 'led_f', 'loan_a', [
      ['130301', 5],
      ['101201', -5],
    ]);
    await app.query('commit');
    const { rows } = await app.query("select tx_id::text from journal_entries where id = 'led_f'");
    expect(rows[0].tx_id).not.toBe('99999999');
    await expect(lines(app, 'led_f', 'loan_a', [['130301', 5]], 3)).rejects.toThrow(/in the transaction/);
  });

  it('refuses to unbalance an entry after its checks were forced early', async () => {
    await app.query('begin');
    await app.query('set constraints all deferred');
    await entry(app, 'led_e', 'loan_a', '2026-02-01');
    await lines(app, 'led_e', 'loan_a', [
      ['130301', 5],
      ['101201', -5],
    ]);
    await app.query('set constraints all immediate');
    await expect(lines(app, 'led_e', 'loan_a', [['130301', 7]], 3)).rejects.toThrow(/does not balance/);
    await app.query('rollback');
  });

  it('refuses a posting for another loan than its entry', async () => {
    await app.query('begin');
    await entry(app, 'led_l', 'loan_a', '2026-02-01');
    await expect(lines(app, 'led_l', 'loan_b', [['130301', 5]])).rejects.toThrow(/loan of its entry/);
    await app.query('rollback');
  });

  it('refuses the same idempotency key twice', async () => {
    await expect(
      app.query(
        `insert into journal_entries (id, idempotency_key, kind, description, booked_on, effective_on, currency)
         values ('led_k', 'led_a', 'x', 'x', '2026-02-01', '2026-02-01', 'CNY')`,
      ),
    ).rejects.toThrow(/journal_entries_idempotency/);
    await expect(
      app.query(
        `insert into loan_events (id, loan_id, seq, type, effective_on, booked_on, body, idempotency_key, actor, result)
         values ('evt_k', 'loan_b', 1, 'repaid', '2026-02-01', '2026-02-01', '{}', 'k1', 'system', '{}')`,
      ),
    ).rejects.toThrow(/loan_events_idempotency/);
  });

  it('refuses entries and events booked into a closed period, but not of another clock', async () => {
    const pair: Line[] = [
      ['130301', 5],
      ['101201', -5],
    ];
    await expect(book(app, 'led_p', 'loan_a', '2025-12-31', pair)).rejects.toThrow(/closed period/);
    await expect(
      app.query(
        `insert into loan_events (id, loan_id, seq, type, effective_on, booked_on, body, idempotency_key, actor, result)
         values ('evt_p', 'loan_b', 1, 'repaid', '2025-12-31', '2025-12-31', '{}', 'kp', 'system', '{}')`,
      ),
    ).rejects.toThrow(/closed period/);
    await app.query('begin');
    await app.query(
      `insert into journal_entries (id, idempotency_key, kind, description, booked_on, effective_on, currency, clock_id)
       values ('led_q', 'led_q', 'x', 'x', '2025-12-31', '2025-12-31', 'CNY', 'clk_a')`,
    );
    await lines(app, 'led_q', null, pair);
    await app.query('commit');
  });

  it('refuses a negative balance in the read model', async () => {
    await expect(
      app.query("update loans set outstanding_principal_minor = -1 where id = 'loan_a'"),
    ).rejects.toThrow(/loans_no_negative_balance/);
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../db/client';
import { seedPolicies } from '../../db/seed/policies';
import { freshDatabase } from '../support/postgres';
import { someApplication } from './support/some-application';

const FILE = resolve(__dirname, '../../db/migrations/0023_consent_validity.sql');

/** Goal: consents of before the migration get the time that the text which was agreed to names. */
describe('consents from before they had an end', () => {
  it('end as the text that was agreed to says, after a year where that text is gone', async () => {
    const fresh = await freshDatabase();
    const { db, close } = openDatabase({ connectionString: fresh.ownerUrl });
    try {
      await seedPolicies(db);
      await db.execute(sql`alter table policy_versions disable trigger user`);
      await db.execute(sql`update policy_versions set body = jsonb_set(body, '{validDays}', '90')
        where kind = 'consent_text' and code = 'credit_report'`);
      const applicationId = await someApplication(db);
      await db.execute(sql`alter table consents drop column valid_until, drop column renews`);
      await db.execute(
        sql`alter table consents add constraint consents_once unique (application_id, code, text_version)`,
      );
      await db.execute(sql`insert into consents (id, customer_id, application_id, code, text_version, text_hash, locale,
          channel, granted_at)
        select 'con_' || given.code || given.version, customer_id, id, given.code, given.version, '', 'zh-CN', 'api',
          '2026-03-01T02:00:00Z'
        from applications, (values ('credit_report', 1), ('credit_report', 7)) given (code, version)
        where id = ${applicationId}`);
      for (const statement of readFileSync(FILE, 'utf8').split('--> statement-breakpoint'))
        await db.execute(sql.raw(statement));
      const { rows } = await db.execute<{ id: string; until: string }>(
        sql`select id, to_char(valid_until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI') as until from consents order by id`,
      );
      expect(rows).toEqual([
        { id: 'con_credit_report1', until: '2026-05-30T02:00' },
        { id: 'con_credit_report7', until: '2027-03-01T02:00' },
      ]);
    } finally {
      await close();
      await fresh.drop();
    }
  });
});

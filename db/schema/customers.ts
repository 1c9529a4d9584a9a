import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** A person or company. Personal fields are sealed; masked forms are kept for lists; indexes are keyed hashes. */
export const customers = pgTable(
  'customers',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['person', 'company'] }).notNull(),
    sealed: bytea('sealed').notNull(),
    idIndex: text('id_index').notNull(),
    phoneIndex: text('phone_index'),
    nameIndex: text('name_index'),
    maskedName: text('masked_name').notNull(),
    maskedId: text('masked_id').notNull(),
    maskedPhone: text('masked_phone'),
    subject: text('subject'),
    locale: text('locale', { enum: ['zh-CN', 'en'] })
      .notNull()
      .default('zh-CN'),
    clockId: text('clock_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    unique('customers_id_index').on(t.idIndex, t.clockId).nullsNotDistinct(),
    index('customers_phone').on(t.phoneIndex),
    index('customers_name').on(t.nameIndex, t.id),
    index('customers_created').on(t.createdAt),
    index('customers_tail').on(sql`right(${t.id}, 6)`),
    index('customers_number_tail').on(sql`right(${t.maskedId}, 4)`),
    index('customers_subject').on(t.subject),
    check('customers_kind', sql`${t.kind} in ('person', 'company')`),
  ],
);

/** Names and numbers that are refused outright; matched by the same keyed hash as customers. */
export const blacklist = pgTable('blacklist', {
  idIndex: text('id_index').primaryKey(),
  reasonCode: text('reason_code').notNull(),
  addedBy: text('added_by').notNull(),
  addedAt: instant('added_at').notNull(),
});

import { bigint, boolean, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { partners } from './access';
import { instant } from './columns';

/** A place where a partner's customers begin (a car dealer's desk): its link or QR code opens an application there. */
export const partnerScenes = pgTable(
  'partner_scenes',
  {
    id: text('id').primaryKey(),
    /** What the link carries; short, and hard to guess. */
    code: text('code').notNull(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    name: text('name').notNull(),
    productCode: text('product_code').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }),
    termMonths: integer('term_months'),
    active: boolean('active').notNull().default(true),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('partner_scenes_code').on(t.code), index('partner_scenes_partner').on(t.partnerId, t.id)],
);

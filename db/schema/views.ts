import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ViewedList, ViewRole } from '../../contracts/http/views';
import { instant } from './columns';

/** A list's filters, order, columns and row height under a name: somebody's own, or shared with a role. Time here is real time. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    list: text('list').$type<ViewedList>().notNull(),
    name: text('name').notNull(),
    /** The member of staff who made it. */
    ownerId: text('owner_id').notNull(),
    /** Everybody of this role may use it; null: its owner alone. */
    role: text('role').$type<ViewRole>(),
    /** Opens by itself: for its owner, or for the role it is shared with. */
    isDefault: boolean('is_default').notNull().default(false),
    /** As the contract of views has it; filters as the list's address has them. */
    query: jsonb('query').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    uniqueIndex('saved_views_name').on(t.ownerId, t.list, t.name),
    uniqueIndex('saved_views_own_default').on(t.ownerId, t.list).where(sql`is_default and role is null`),
    uniqueIndex('saved_views_role_default').on(t.role, t.list).where(sql`is_default and role is not null`),
    index('saved_views_shared').on(t.list, t.role),
  ],
);

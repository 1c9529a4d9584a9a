import { z } from 'zod';
import { AnyId, Instant } from './common';
import { EXPORT_FILTERS } from './exports';
import { ROLES } from './roles';
import { ListTasks } from './tasks';

/** Views that one person may keep, over all lists. */
export const MOST_VIEWS = 60;

/**
 * The filters that a view of each list may hold, as the list itself takes them; none that leads to one person
 * (`customerId`, `applicationId`).
 */
export const VIEW_FILTERS = {
  applications: EXPORT_FILTERS.applications.omit({ customerId: true }),
  loans: EXPORT_FILTERS.loans.omit({ customerId: true }),
  customers: EXPORT_FILTERS.customers,
  tasks: ListTasks.omit({ limit: true, cursor: true, applicationId: true }),
};
export type ViewedList = keyof typeof VIEW_FILTERS;

/** Lists that views are kept of. */
export const ViewedList = z.enum(Object.keys(VIEW_FILTERS) as ViewedList[]).meta({ id: 'ViewedList' });

/** Roles that work in the console, with which a view can be shared. */
export const ViewRole = z
  .enum(ROLES)
  .exclude(['applicant', 'partner'])
  .meta({ id: 'ViewRole', description: 'A role of the staff' });
export type ViewRole = z.infer<typeof ViewRole>;

/** Identity, phone and card numbers have at least eight digits in a row, however they are set apart. */
const NUMBER_OF_A_PERSON = /\d(?:[\s-]?\d){7}/;

/** What a view is called; others read it once it is shared, so it may not hold a person's number. */
export const ViewName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((name) => !NUMBER_OF_A_PERSON.test(name), 'personal_number')
  .meta({ example: '逾期 30 天以上' });

const Filter = z.union([z.string().max(400), z.int(), z.array(z.string().max(400)).max(20)]);

/** What a list shows: filters and order as its address has them, hidden columns, row height. */
export const ViewQuery = z
  .strictObject({
    filters: z
      .record(z.string().max(40), Filter)
      .default({})
      .meta({
        description: 'As the query of the list itself takes them; none that leads to one person',
        example: { where: ['days.min.30'], sort: '-days' },
      }),
    hide: z
      .array(z.string().regex(/^[A-Za-z]{1,30}$/))
      .max(30)
      .default([]),
    density: z.enum(['normal', 'compact']).default('normal'),
  })
  .meta({ id: 'ViewQuery' });
export type ViewQuery = z.output<typeof ViewQuery>;

const role = ViewRole.nullable().meta({ description: 'Shared with this role; null: for its owner alone' });
const opens = z.boolean().meta({
  description:
    'Opens when the list is asked for without a query: for its owner, or for everybody of the role it is shared with',
});

/** A view to be kept. */
export const CreateView = z
  .strictObject({
    list: ViewedList,
    name: ViewName,
    query: ViewQuery,
    role: role.default(null),
    isDefault: opens.default(false),
  })
  .meta({ id: 'CreateView' });

/** What becomes of a view; what is left out stays, but that a view given to another role is no default any more. */
export const ChangeView = z
  .strictObject({
    name: ViewName.optional(),
    query: ViewQuery.optional(),
    role: role.optional(),
    isDefault: opens.optional(),
  })
  .meta({ id: 'ChangeView' });

/** A view as whoever may use it sees it. */
export const SavedView = z
  .object({
    id: AnyId,
    list: ViewedList,
    name: z.string(),
    query: ViewQuery,
    role,
    isDefault: opens,
    own: z.boolean(),
    changeable: z.boolean().meta({ description: 'Whoever asks may change and delete it' }),
    version: z.int(),
    changedAt: Instant,
  })
  .meta({ id: 'SavedView' });

/** The views of a list that somebody may use, and which of them opens by itself. */
export const SavedViews = z
  .object({
    data: z.array(SavedView),
    opensWith: AnyId.nullable().meta({
      description: "The person's own default, else that of the first of their roles that has one",
    }),
  })
  .meta({ id: 'SavedViews' });

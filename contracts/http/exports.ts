import { z } from 'zod';
import { ListApplications } from './applications';
import { AnyId, Instant } from './common';
import { ListCustomers } from './customers';
import { FILE_TYPES } from './filters';
import { ListLoans } from './loans';

/** Rows of an export in the background at most; a workbook takes a further worksheet for each 1,048,575 of them. */
export const JOB_ROWS = 5_000_000;

const paging = { limit: true, cursor: true, format: true } as const;

/** The filters of each list, as the list itself takes them. */
export const EXPORT_FILTERS = {
  applications: ListApplications.omit(paging),
  loans: ListLoans.omit(paging),
  customers: ListCustomers.omit(paging),
};
export type ExportedList = keyof typeof EXPORT_FILTERS;

const format = z.enum(Object.keys(FILE_TYPES) as (keyof typeof FILE_TYPES)[]);

/** An export asked for: which list, in what form, under which filters; the whole list where none are said. */
export const AskExport = z
  .discriminatedUnion('list', [
    z.strictObject({
      list: z.literal('applications'),
      format,
      filters: EXPORT_FILTERS.applications.prefault({}),
    }),
    z.strictObject({ list: z.literal('loans'), format, filters: EXPORT_FILTERS.loans.prefault({}) }),
    z.strictObject({ list: z.literal('customers'), format, filters: EXPORT_FILTERS.customers.prefault({}) }),
  ])
  .meta({ id: 'AskExport', example: { list: 'loans', format: 'csv', filters: { where: ['days.min.1'] } } });

/** An export made in the background, and how far it is. */
export const ListExport = z
  .object({
    id: AnyId,
    list: z.enum(['applications', 'loans', 'customers']),
    format,
    state: z.enum(['queued', 'running', 'ready', 'failed', 'expired']),
    rows: z.int().meta({ description: 'Written so far; all of them once it is ready' }),
    rowsExpected: z.int().meta({ description: 'Estimated by the database when it was asked for' }),
    leftOff: z.boolean().meta({ description: 'There were more rows than an export holds (5,000,000)' }),
    bytes: z.int(),
    requestedAt: Instant,
    finishedAt: Instant.nullable(),
    keptUntil: Instant.nullable().meta({ description: 'The file is deleted then' }),
  })
  .meta({ id: 'ListExport' });

import type { ExportedList } from '../../contracts/http/exports';
import { EXPORT_FILTERS } from '../../contracts/http/exports';
import type { SubjectName } from '../../contracts/http/roles';
import type { Db } from '../../db/client';
import type { Actor } from '../auth/actor';
import { applicationList } from '../lists/application-list';
import { customerList } from '../lists/customer-list';
import type { ListSource } from '../lists/list-source';
import { loanList } from '../lists/loan-list';

/** What somebody must be allowed to read to take a list. */
export const SUBJECT_OF: Readonly<Record<ExportedList, SubjectName>> = {
  applications: 'Application',
  loans: 'Loan',
  customers: 'Customer',
};

/** Does something with a list as its reader may see it; its rows have a form of their own. */
export type WithSource<Result> = <Row>(source: ListSource<Row>) => Result;

/** The list of an export under its kept filters. The page's length plays no part. */
export function withList<Result>(
  db: Db,
  actor: Actor,
  { list, filters }: { list: ExportedList; filters: unknown },
  use: WithSource<Result>,
): Result {
  const limit = 1;
  switch (list) {
    case 'applications':
      return use(applicationList(db, actor, { ...EXPORT_FILTERS.applications.parse(filters), limit }));
    case 'loans':
      return use(loanList(db, actor, { ...EXPORT_FILTERS.loans.parse(filters), limit }));
    case 'customers':
      return use(customerList(db, actor, { ...EXPORT_FILTERS.customers.parse(filters), limit }));
  }
}

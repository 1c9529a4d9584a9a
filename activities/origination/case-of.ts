import { eq, sql } from 'drizzle-orm';
import { OPEN_STAGES } from '../../contracts/loan/stage';
import { Declared } from '../../contracts/policy/declared';
import { RepaymentMethod } from '../../contracts/policy/product';
import { compiledRead, compiledSql } from '../../db/compiled';
import { openCustomerFile } from '../../db/repositories/customer-file';
import { customers } from '../../db/schema/customers';
import { InvariantError } from '../../domain/invariant';
import type { ApplicationCase, Standing } from '../../domain/underwriting/application-case';
import { parseResidentId } from '../../domain/validators/resident-id';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { appliedOn } from '../support/policies';
import type { Step } from '../support/step';

/** The application as underwriting reads it: ages and places instead of numbers, nobody's name. */
export async function caseOf(deps: ActivityDeps, step: Step): Promise<ApplicationCase> {
  const { app } = step;
  const declared = Declared.parse(app.declared);
  const customer = await holdCustomer(step);
  const asked = {
    amountMinor: app.amountMinor,
    termMonths: app.termMonths,
    purpose: app.purpose,
    method: RepaymentMethod.parse(app.method),
    appliedOn: appliedOn(app, deps.settings.utcOffsetMinutes),
    standing: await standingOf(step, customer.idIndex),
  };
  if (declared.kind === 'company') return { ...asked, kind: 'company', declared };
  const file = openCustomerFile(deps.vault, customer);
  const id = file.kind === 'person' ? parseResidentId(file.idNo) : { ok: false as const };
  if (!id.ok) throw failure('BAD_DATA', `id number of ${app.customerId}`);
  return { ...asked, kind: 'person', bornOn: id.id.bornOn, idProvince: id.id.provinceCode, declared };
}

const heldCustomer = compiledRead((from) =>
  from
    .select({ id: customers.id, idIndex: customers.idIndex, sealed: customers.sealed })
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .for('update'),
);

/** The customer's row, locked, so that two applications at once are weighed one after the other and cannot over-lend together. */
async function holdCustomer({ tx, app }: Step) {
  const [customer] = await heldCustomer(tx, { id: app.customerId });
  if (!customer) throw missingRow('customer', app.customerId);
  return customer;
}

const asked = sql.placeholder;
const ownBooks = compiledSql<{
  blacklisted: boolean;
  open: number;
  same: number;
  exposure: string;
  overdue: number;
}>(sql`
  select exists (select 1 from blacklist where id_index = ${asked('idIndex')}) as blacklisted,
    coalesce(others.open, 0)::int as open, coalesce(others.same, 0)::int as same,
    (select coalesce(sum(amount_minor), 0)::text from exposures where customer_id = ${asked('customerId')}
      and application_id <> ${asked('id')} and state in ('reserved', 'drawn')) as exposure,
    (select coalesce(max(days_overdue), 0)::int from loans where customer_id = ${asked('customerId')}) as overdue
  from (select count(*) as open, count(*) filter (where product_code = ${asked('productCode')}) as same
    from applications where customer_id = ${asked('customerId')} and id <> ${asked('id')}
      and stage = any(${asked('openStages')}::text[])) others`);

/** What the lender's own books say of the customer, in one reading. */
async function standingOf({ tx, app }: Step, idIndex: string): Promise<Standing> {
  const { id, customerId, productCode } = app;
  const { rows } = await ownBooks(tx, { id, customerId, productCode, idIndex, openStages: OPEN_STAGES });
  const [found] = rows;
  if (!found) throw new InvariantError('a count without a row');
  return {
    blacklisted: found.blacklisted,
    openApplications: found.open,
    openSameProduct: found.same,
    exposureMinor: BigInt(found.exposure),
    daysOverdue: found.overdue,
  };
}

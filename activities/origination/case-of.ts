import { eq, sql } from 'drizzle-orm';
import { OPEN_STAGES } from '../../contracts/loan/stage';
import { Declared } from '../../contracts/policy/declared';
import { RepaymentMethod } from '../../contracts/policy/product';
import { compiledRead, compiledSql } from '../../db/compiled';
import { openCustomerFile } from '../../db/repositories/customer-file';
import { customers } from '../../db/schema/customers';
import { InvariantError } from '../../domain/invariant';
import type { Policy } from '../../domain/policy/policy';
import type { ApplicationCase, Standing } from '../../domain/underwriting/application-case';
import { parseResidentId } from '../../domain/validators/resident-id';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { appliedOn } from '../support/policies';
import type { Step } from '../support/step';
import { exposureOf, HeldByCurrency } from './exposure';

/** A case, and the exchange rates by which the customer's books were summed up, if any were needed. */
export interface WeighedCase {
  readonly application: ApplicationCase;
  readonly rates: Policy<'exchange_rates'> | null;
}

/** The application as underwriting reads it: ages and places instead of numbers, nobody's name. */
export async function caseOf(deps: ActivityDeps, step: Step): Promise<WeighedCase> {
  const { app } = step;
  const declared = Declared.parse(app.declared);
  const customer = await holdCustomer(step);
  const { standing, rates } = await standingOf(step, customer.idIndex);
  const asked = {
    amountMinor: app.amountMinor,
    termMonths: app.termMonths,
    purpose: app.purpose,
    method: RepaymentMethod.parse(app.method),
    appliedOn: appliedOn(app, deps.settings.utcOffsetMinutes),
    standing,
  };
  if (declared.kind === 'company') return { application: { ...asked, kind: 'company', declared }, rates };
  const file = openCustomerFile(deps.vault, customer);
  const id = file.kind === 'person' ? parseResidentId(file.idNo) : { ok: false as const };
  if (!id.ok) throw failure('BAD_DATA', `id number of ${app.customerId}`);
  const { bornOn, provinceCode: idProvince } = id.id;
  return { application: { ...asked, kind: 'person', bornOn, idProvince, declared }, rates };
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
  held: string;
  overdue: number;
}>(sql`
  select exists (select 1 from blacklist where id_index = ${asked('idIndex')}) as blacklisted,
    coalesce(others.open, 0)::int as open, coalesce(others.same, 0)::int as same,
    (select coalesce(json_object_agg(currency, minor), '{}')::text from (
      select a.currency, sum(e.amount_minor)::text as minor from exposures e join applications a on a.id = e.application_id
      where e.customer_id = ${asked('customerId')} and e.application_id <> ${asked('id')}
        and e.state in ('reserved', 'drawn') group by a.currency) sums) as held,
    (select coalesce(max(days_overdue), 0)::int from loans where customer_id = ${asked('customerId')}) as overdue
  from (select count(*) as open, count(*) filter (where product_code = ${asked('productCode')}) as same
    from applications where customer_id = ${asked('customerId')} and id <> ${asked('id')}
      and stage = any(${asked('openStages')}::text[])) others`);

/** What the lender's own books say of the customer, in one reading where all is in one currency. */
async function standingOf(
  step: Step,
  idIndex: string,
): Promise<{ standing: Standing; rates: WeighedCase['rates'] }> {
  const { tx, app } = step;
  const { id, customerId, productCode } = app;
  const { rows } = await ownBooks(tx, { id, customerId, productCode, idIndex, openStages: OPEN_STAGES });
  const [found] = rows;
  if (!found) throw new InvariantError('a count without a row');
  const exposure = await exposureOf(step, HeldByCurrency.parse(JSON.parse(found.held)));
  const standing = {
    blacklisted: found.blacklisted,
    openApplications: found.open,
    openSameProduct: found.same,
    exposureMinor: exposure.minor,
    daysOverdue: found.overdue,
  };
  return { standing, rates: exposure.rates };
}

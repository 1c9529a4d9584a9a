import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { Declared } from '../../contracts/policy/declared';
import { RepaymentMethod } from '../../contracts/policy/product';
import { applications, exposures } from '../../db/schema/applications';
import { blacklist, customers } from '../../db/schema/customers';
import { loans } from '../../db/schema/loans';
import type { ApplicationCase, Standing } from '../../domain/underwriting/application-case';
import { parseResidentId } from '../../domain/validators/resident-id';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { customerFileOf } from '../support/open-file';
import { appliedOn } from '../support/policies';
import type { ApplicationRow, Step } from '../support/step';

/** The application as underwriting reads it: ages and places instead of numbers, nobody's name. */
export async function caseOf(deps: ActivityDeps, step: Step): Promise<ApplicationCase> {
  const { app } = step;
  const declared = Declared.parse(app.declared);
  const asked = {
    amountMinor: app.amountMinor,
    termMonths: app.termMonths,
    purpose: app.purpose,
    method: RepaymentMethod.parse(app.method),
    appliedOn: appliedOn(app, deps.settings.utcOffsetMinutes),
    standing: await standingOf(step),
  };
  if (declared.kind === 'company') return { ...asked, kind: 'company', declared };
  const file = await customerFileOf(step.tx, deps.vault, app.customerId);
  const id = file.kind === 'person' ? parseResidentId(file.idNo) : { ok: false as const };
  if (!id.ok) throw failure('BAD_DATA', `id number of ${app.customerId}`);
  return { ...asked, kind: 'person', bornOn: id.id.bornOn, idProvince: id.id.provinceCode, declared };
}

/**
 * What the lender's own books say of the customer. The customer's row is locked first, so that two applications at
 * once are weighed one after the other and cannot over-lend together.
 */
async function standingOf({ tx, app }: Step): Promise<Standing> {
  const [customer] = await tx
    .select({ idIndex: customers.idIndex })
    .from(customers)
    .where(eq(customers.id, app.customerId))
    .for('update');
  const [listed] = await tx
    .select({ reason: blacklist.reasonCode })
    .from(blacklist)
    .where(eq(blacklist.idIndex, customer?.idIndex ?? ''));
  const others = and(eq(applications.customerId, app.customerId), ne(applications.id, app.id));
  const open = await tx
    .select({ product: applications.productCode })
    .from(applications)
    .where(and(others, inArray(applications.stage, OPEN_STAGES)));
  const [exposure] = await tx
    .select({ sum: sql<string>`coalesce(sum(${exposures.amountMinor}), 0)` })
    .from(exposures)
    .where(
      and(
        eq(exposures.customerId, app.customerId),
        ne(exposures.applicationId, app.id),
        inArray(exposures.state, ['reserved', 'drawn']),
      ),
    );
  const [overdue] = await tx
    .select({ days: sql<number>`coalesce(max(${loans.daysOverdue}), 0)::int` })
    .from(loans)
    .where(eq(loans.customerId, app.customerId));
  return {
    blacklisted: listed !== undefined,
    openApplications: open.length,
    openSameProduct: open.filter(({ product }) => product === app.productCode).length,
    exposureMinor: BigInt(exposure?.sum ?? 0),
    daysOverdue: overdue?.days ?? 0,
  };
}

const OPEN_STAGES: ApplicationRow['stage'][] = [
  'PRE_SCREEN',
  'SUPPLEMENT',
  'CONSENT',
  'FACTS',
  'DECISION',
  'APPROVAL',
  'OFFER',
  'DISBURSEMENT',
  'ACCOUNT_CORRECTION',
];

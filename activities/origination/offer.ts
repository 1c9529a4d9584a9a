import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { OfferResult } from '../../contracts/loan/steps';
import { compiledRead, insertInto } from '../../db/compiled';
import { applications } from '../../db/schema/applications';
import { contracts } from '../../db/schema/contracts';
import { businessDate } from '../../domain/calendar/business-date';
import { deadlineAfter, standingDeadline } from '../support/deadline';
import type { ActivityDeps } from '../support/deps';
import { missingRow } from '../support/failures';
import { notify } from '../support/notify';
import { borrowerOf, customerFileOf } from '../support/open-file';
import { policiesFor } from '../support/policies';
import { announce, audit, moveTo } from '../support/record';
import { inStep } from '../support/step';
import { timeOf } from '../support/time-of';
import { dateOf } from '../support/words';
import { agreedTerms } from './agreed';
import { contractPaper } from './contract-paper';

const application = compiledRead((from) =>
  from
    .select()
    .from(applications)
    .where(eq(applications.id, sql.placeholder('id'))),
);
const contractByKey = compiledRead((from) =>
  from
    .select({ id: contracts.id, expiresAt: contracts.expiresAt })
    .from(contracts)
    .where(eq(contracts.key, sql.placeholder('key'))),
);
const putContract = insertInto(contracts, 'ignore');

/**
 * Makes the contract with plan and annualised cost and offers it, once per round. The paper is typeset before the
 * transaction begins, so that no row is locked meanwhile.
 */
export async function prepareContract(
  deps: ActivityDeps,
  { applicationId, round }: { applicationId: string; round: number },
): Promise<OfferResult> {
  const { db, vault, settings } = deps;
  const key = `contract/${applicationId}/${round}`;
  const [known] = await contractByKey(db, { key });
  const [app] = await application(db, { id: applicationId });
  if (!app) throw missingRow('application', applicationId);
  const set = await policiesFor(deps, db, app);
  const now = await timeOf(db, app.clockId);
  const { offerDays, remindBeforeDays } = set.product.body.waits;
  // An earlier attempt made the offer of this round, and its answer was lost.
  if (known) {
    const deadline = standingDeadline(now, known.expiresAt, remindBeforeDays, settings.utcOffsetMinutes);
    return { contractId: known.id, deadline };
  }
  const today = businessDate(now.getTime(), settings.utcOffsetMinutes);
  const deadline = deadlineAfter(now, offerDays, remindBeforeDays, settings.utcOffsetMinutes);
  const agreed = agreedTerms(app);
  const contractId = newId('ctr');
  const number = `LF${today.replaceAll('-', '')}${contractId.slice(-10).toUpperCase()}`;
  const file = await customerFileOf(db, vault, app.customerId);
  const { input, shown } = contractPaper(set, agreed, {
    contractId,
    number,
    preparedAt: now.toISOString(),
    startsOn: today,
    offerExpiresOn: dateOf(deadline.expiresAt, settings.utcOffsetMinutes),
    borrower: borrowerOf(file),
    lender: settings.lender,
    maskedAccount: app.maskedAccount ?? '—',
    purpose: app.purpose,
    firstDrawMinor: app.firstDrawMinor,
  });
  const pdf = await deps.papers.contract(input);

  return inStep(deps, applicationId, async (step) => {
    await putContract(step.tx, {
      id: contractId,
      applicationId,
      customerId: app.customerId,
      number,
      key,
      status: 'offered',
      templateCode: input.template.code,
      templateVersion: input.template.version,
      amountMinor: agreed.amountMinor,
      rateBps: agreed.rateBps,
      termMonths: agreed.termMonths,
      shown,
      sealedOfferPdf: vault.seal({ table: 'contracts', column: 'sealed_offer_pdf', rowId: contractId }, pdf),
      offerSha256: createHash('sha256').update(pdf).digest('hex'),
      offeredAt: now,
      expiresAt: new Date(deadline.expiresAt),
      clockId: app.clockId,
    });
    await moveTo(step, 'OFFER', { on: 'SIGNATURE', until: deadline.expiresAt }, { contractId });
    await notify(vault, step, {
      key: `offer/${applicationId}/${round}`,
      template: 'application-approved',
      channel: 'sms',
      params: {
        amount: agreed.amountMinor.toString(),
        annualRate: `${input.loan.annualRatePercent}%`,
        annualCost: `${shown.annualCostPercent}%`,
        termMonths: agreed.termMonths,
        expiresOn: dateOf(deadline.expiresAt, settings.utcOffsetMinutes),
      },
    });
    await audit(step, 'contract.offered', 'system', { contractId, number });
    await announce(step, 'loan.offered', { contractId, until: deadline.expiresAt });
    return { contractId, deadline };
  });
}

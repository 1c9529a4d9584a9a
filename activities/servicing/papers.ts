import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { Milestone, ServicingPlan } from '../../contracts/loan/plan';
import { exposures } from '../../db/schema/applications';
import { contracts, issuedPapers } from '../../db/schema/contracts';
import { fromDay } from '../../domain/calendar/civil-day';
import { asCurrency } from '../../domain/money/as-currency';
import type { ActivityDeps } from '../support/deps';
import { notify } from '../support/notify';
import { borrowerOf, customerFileOf } from '../support/open-file';
import { announce, audit } from '../support/record';
import { isContactTime } from './contact';
import { inLoanStep, type LoanStep, markDone } from './loan-step';
import { planOf } from './plan';

interface Reached {
  applicationId: string;
  milestone: Milestone;
}

/** The settlement certificate (结清证明), made and sealed outside the transaction that keeps it. */
export function issueCertificate(deps: ActivityDeps, reached: Reached): Promise<ServicingPlan> {
  return issue(deps, reached, 'settlement_certificate', {
    make: async (step) => {
      const { account, loan } = step;
      const { totals } = account;
      const other = totals.paid.fee + totals.paid.penalty + totals.paid.compound;
      return deps.papers.certificate({
        ...(await headOf(deps, step)),
        principalMinor: account.totals.disbursedMinor.toString(),
        startsOn: loan.disbursedOn ?? step.today,
        settledOn: account.settledOn === null ? step.today : fromDay(account.settledOn),
        paidInterestMinor: totals.paid.interest.toString(),
        paidOtherMinor: other.toString(),
      });
    },
    after: async (step, paperId) => {
      const { tx, app, now, loan, today } = step;
      await tx
        .update(exposures)
        .set({ state: 'released', updatedAt: now })
        .where(eq(exposures.applicationId, app.id));
      const params = { certificateNumber: paperId.slice(-10).toUpperCase() };
      await notify(deps.vault, step, {
        key: `paid-off/${paperId}`,
        template: 'paid-off',
        channel: 'sms',
        params,
      });
      await announce(step, 'loan.paid_off', { loanId: loan.id, paidOffOn: loan.closedOn ?? today });
    },
  });
}

/** The demand letter (催收函) of the ladder. */
export function issueLetter(deps: ActivityDeps, reached: Reached): Promise<ServicingPlan> {
  return issue(deps, reached, 'demand_letter', {
    make: async (step) => {
      const { account, loan } = step;
      const { arrears } = account.payoff;
      return deps.papers.demandLetter({
        ...(await headOf(deps, step)),
        principalMinor: account.totals.disbursedMinor.toString(),
        startsOn: loan.disbursedOn ?? step.today,
        overdueSince: account.oldestUnpaidOn === null ? step.today : fromDay(account.oldestUnpaidOn),
        daysOverdue: account.daysOverdue,
        overdue: {
          principalMinor: arrears.principal.toString(),
          interestMinor: arrears.interest.toString(),
          penaltyMinor: (arrears.penalty + arrears.compound).toString(),
          feeMinor: arrears.fee.toString(),
        },
        payBy: fromDay(account.asOf + 7),
      });
    },
    after: async () => undefined,
  });
}

interface PaperKind {
  make(step: LoanStep): Promise<Buffer>;
  after(step: LoanStep, paperId: string): Promise<void>;
}

async function issue(
  deps: ActivityDeps,
  { applicationId, milestone }: Reached,
  kind: string,
  paper: PaperKind,
): Promise<ServicingPlan> {
  const key = `${kind}/${applicationId}/${milestone.key}`;
  const [known] = await deps.db
    .select({ id: issuedPapers.id })
    .from(issuedPapers)
    .where(eq(issuedPapers.key, key));
  if (known) return inLoanStep(deps, applicationId, (step) => planOf(deps, step));
  const mayGo = (step: LoanStep) => kind !== 'demand_letter' || isContactTime(deps, step);
  const pdf = await inLoanStep(deps, applicationId, async (step) => mayGo(step) && paper.make(step));
  // Late, at an hour in which nobody is approached: the plan has it at the next that is.
  if (!pdf) return inLoanStep(deps, applicationId, (step) => planOf(deps, step));
  const sealed = await deps.sealer.seal(pdf, { sealedAt: milestone.at });
  return inLoanStep(deps, applicationId, async (step) => {
    if (!(await markDone(step, milestone.key, milestone.kind, kind))) return planOf(deps, step);
    const id = newId('doc');
    const place = { table: 'issued_papers', column: 'sealed_pdf', rowId: id };
    const sha256 = createHash('sha256').update(sealed).digest('hex');
    const { tx, app, now, loan } = step;
    await tx.insert(issuedPapers).values({
      id,
      key,
      kind,
      applicationId,
      loanId: loan.id,
      sealedPdf: deps.vault.seal(place, sealed),
      sha256,
      issuedAt: now,
      clockId: app.clockId,
    });
    await audit(step, 'paper.issued', 'system', { paperId: id, kind, sha256 });
    await paper.after(step, id);
    return planOf(deps, step);
  });
}

/** What every paper of a loan begins with. */
async function headOf({ vault, settings }: ActivityDeps, { tx, app, now, today, loan }: LoanStep) {
  const [contract] = await tx
    .select({ number: contracts.number })
    .from(contracts)
    .where(eq(contracts.id, app.contractId ?? ''));
  return {
    lender: settings.lender,
    number: `${contract?.number ?? loan.id.slice(-10).toUpperCase()}-${today.replaceAll('-', '')}`,
    preparedAt: now.toISOString(),
    datedOn: today,
    borrower: borrowerOf(await customerFileOf(tx, vault, app.customerId)),
    contractNumber: contract?.number ?? '—',
    currency: asCurrency(loan.currency),
  };
}

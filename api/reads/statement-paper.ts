import { eq } from 'drizzle-orm';
import { nameInFile } from '../../contracts/loan/customer-file';
import type { Db } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { openCustomerFile } from '../../db/repositories/customer-file';
import { eventsOf } from '../../db/repositories/loan-events';
import { termsOf } from '../../db/repositories/loans';
import { applications } from '../../db/schema/applications';
import { contracts } from '../../db/schema/contracts';
import { customers } from '../../db/schema/customers';
import { renderAccountStatement } from '../../documents/letters/account-statement';
import { type Movement, movementsOf } from '../../domain/account/movements';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import type { Actor } from '../auth/actor';
import { ProblemError } from '../problem';
import type { ApiSettings } from '../settings';
import type { NamedLoan } from './loans';

/** Papers of the lender are in Chinese, as its contracts are. */
const DESCRIPTIONS: Readonly<Record<Movement['what'], string>> = {
  accrued: '利息及罚息',
  disbursed: '放款',
  repaid: '还款',
  reversed: '冲正',
  prepaid: '提前还款',
  fee_charged: '费用',
  waived: '减免',
  rate_changed: '利率变更',
  interest_paused: '停息',
  deferred: '延期还款',
  extended: '展期',
  reamortised: '重新分期',
  restructured: '重组',
  limit_ended: '终止额度',
  accelerated: '提前到期',
  written_off: '核销',
  recovered: '核销后收回',
  collateral_realised: '抵债处置收入',
  transferred: '债权转让',
  refunded: '退款',
};

interface Surroundings {
  db: Db;
  vault: Vault;
  settings: ApiSettings;
}

/** The statement of a loan for a period as PDF (对账单). Borrowers read their name in full, everybody else masked. */
export async function statementPaper(
  { db, vault, settings }: Surroundings,
  actor: Actor,
  { loan }: NamedLoan,
  asked: { from: string; to: string; now: Date; today: string },
): Promise<Buffer> {
  const { from, to, now, today } = asked;
  const [parties] = await db
    .select({
      id: customers.id,
      sealed: customers.sealed,
      maskedName: customers.maskedName,
      maskedId: customers.maskedId,
      contractNumber: contracts.number,
    })
    .from(customers)
    .innerJoin(applications, eq(applications.id, loan.applicationId))
    .leftJoin(contracts, eq(contracts.id, applications.contractId))
    .where(eq(customers.id, loan.customerId));
  if (parties === undefined) throw new ProblemError('NOT_FOUND');
  const events = await eventsOf(db, loan.id);
  const moved = movementsOf(termsOf(loan), events, { from: toDay(from), to: toDay(to) });
  const { balances, nextDue, daysOverdue } = moved.closing;
  const contractNumber = parties.contractNumber ?? '—';
  return renderAccountStatement({
    lender: settings.lender,
    number: `${parties.contractNumber ?? loan.id.slice(-10).toUpperCase()}-${to.replaceAll('-', '')}`,
    preparedAt: now.toISOString(),
    datedOn: today,
    borrower: {
      name: actor.kind === 'applicant' ? nameInFile(openCustomerFile(vault, parties)) : parties.maskedName,
      maskedId: parties.maskedId,
    },
    ...{ contractNumber, from, until: to, currency: moved.closing.currency },
    openingOwedMinor: moved.openingMinor.toString(),
    closingOwedMinor: moved.closingMinor.toString(),
    closing: {
      principalMinor: balances.principalMinor.toString(),
      interestMinor: (balances.interestDueMinor + balances.interestAccruedMinor).toString(),
      penaltyMinor: (balances.penaltyMinor + balances.compoundMinor).toString(),
      feeMinor: balances.feeMinor.toString(),
      heldMinor: balances.suspenseMinor.toString(),
    },
    nextDueOn: nextDue === null ? null : fromDay(nextDue.on),
    nextDueMinor: nextDue === null ? null : nextDue.totalMinor.toString(),
    daysOverdue,
    lines: moved.lines.map(({ on, what, chargedMinor, paidMinor, owedMinor }) => ({
      on: fromDay(on),
      description: DESCRIPTIONS[what],
      chargedMinor: chargedMinor.toString(),
      paidMinor: paidMinor.toString(),
      owedMinor: owedMinor.toString(),
    })),
  });
}

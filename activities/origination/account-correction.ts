import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Deadline } from '../../contracts/loan/steps';
import { payouts } from '../../db/schema/money-moves';
import { deadlineAfter, standingDeadline } from '../support/deadline';
import type { ActivityDeps } from '../support/deps';
import { notify } from '../support/notify';
import { policiesOf } from '../support/policies';
import { announce, moveTo } from '../support/record';
import { inStep } from '../support/step';
import { dateOf } from '../support/words';

/** After a failed or returned payout: asks the borrower for another account, with a deadline. */
export function askForAccount(deps: ActivityDeps, applicationId: string): Promise<Deadline> {
  return inStep(deps, applicationId, async (step) => {
    const { tx, app, now } = step;
    const { accountCorrectionDays, remindBeforeDays } = (await policiesOf(deps, step)).product.body.waits;
    const offset = deps.settings.utcOffsetMinutes;
    const asking = app.stage === 'ACCOUNT_CORRECTION' && app.waitUntil !== null;
    const deadline =
      asking && app.waitUntil
        ? standingDeadline(now, app.waitUntil, remindBeforeDays, offset)
        : deadlineAfter(now, accountCorrectionDays, remindBeforeDays, offset);
    const [order] = await tx
      .select()
      .from(payouts)
      .where(and(eq(payouts.applicationId, app.id), isNull(payouts.drawOf)))
      .orderBy(desc(payouts.attempt))
      .limit(1);
    if (app.stage !== 'DISBURSEMENT' && app.stage !== 'ACCOUNT_CORRECTION')
      await moveTo(step, 'DISBURSEMENT', null);
    await moveTo(step, 'ACCOUNT_CORRECTION', { on: 'PAYOUT_ACCOUNT', until: deadline.expiresAt });
    await notify(deps.vault, step, {
      key: `payout-returned/${order?.id ?? app.id}`,
      template: 'payout-returned',
      channel: 'sms',
      params: {
        amount: (order?.amountMinor ?? app.amountMinor).toString(),
        accountTail: (app.maskedAccount ?? '—').slice(-4),
        deadlineOn: dateOf(deadline.expiresAt, offset),
      },
    });
    if (!asking) await announce(step, 'loan.payout_returned', { until: deadline.expiresAt });
    return deadline;
  });
}

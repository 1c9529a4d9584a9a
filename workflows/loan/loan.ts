import type { ServicingPlan } from '../../contracts/loan/plan';
import { decide } from './decide';
import { correctAccount, disburse } from './disburse';
import { type Ending, ending } from './ending';
import { gatherFacts } from './facts';
import { answerEverybody, registerHandlers } from './handlers';
import { offerAndSign } from './offer';
import { preScreen } from './pre-screen';
import { LoanProcess } from './process';
import { service } from './service';
import { type LoanInput, type LoanOutcome, LoanState } from './state';

/**
 * One loan, from application to closure. The order of the steps is the business process; money, dates and rules live
 * behind the steps, in Postgres and `domain/`.
 */
export async function loan(input: LoanInput): Promise<LoanOutcome> {
  const state = new LoanState(input, input.clock?.now ?? new Date().toISOString());
  const process = new LoanProcess(state);
  registerHandlers(process);

  const end = (await originate(process)) ?? (await repay(process));
  return finish(process, end);
}

/** From the form to the offer that was signed. Null means: go on and pay out. */
async function originate(process: LoanProcess): Promise<Ending | null> {
  if (process.state.input.from === 'servicing') return null;
  const screened = await preScreen(process);
  if ('outcome' in screened) return screened;
  return (
    (await gatherFacts(process, screened.sources)) ?? (await decide(process)) ?? (await offerAndSign(process))
  );
}

/** From payout to the last repayment or the end of recovery. A payout that the bank returns later is paid out again. */
async function repay(process: LoanProcess): Promise<Ending> {
  let plan: ServicingPlan | null = null;
  if (process.state.input.from === 'servicing') plan = await service(process);
  while (plan?.outcome == null) {
    if (plan?.payoutReturned) {
      process.state.plan = null;
      const end = await correctAccount(process);
      if (end) return end;
    }
    const end = await disburse(process);
    if (end) return end;
    plan = await service(process);
  }
  return ending(plan.outcome);
}

/** Closes the books on the process, answers whoever still waits, and ends the run. */
async function finish(process: LoanProcess, { outcome, reasonCodes }: Ending): Promise<LoanOutcome> {
  const { state } = process;
  await process.record('closeApplication', { ...process.ref, outcome, reasonCodes });
  state.outcome = outcome;
  process.enter('CLOSED');
  process.show();
  for (let late = process.queued(); late; late = process.queued()) await process.refuse(late, 'LOAN_CLOSED');
  await answerEverybody();
  return { applicationId: state.input.applicationId, outcome };
}

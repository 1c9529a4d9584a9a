import type { OutsideSteps, RecordSteps } from '../contracts/loan/steps';
import { escalateTask, openApproval, openDeclineReview } from './approval/open';
import { applyCommand, recordRefusal } from './commands/apply';
import { askForAccount } from './origination/account-correction';
import { checkConsentStep } from './origination/consent';
import { decideStep } from './origination/decide';
import { gatherFacts } from './origination/gather-facts';
import { prepareContract } from './origination/offer';
import { payoutResult, queryPayout, sendPayout } from './origination/payout';
import { preScreenStep } from './origination/pre-screen';
import { sealContract } from './origination/seal';
import { collectInstalment, queryDebit } from './servicing/collect';
import { payDraw } from './servicing/draw';
import { asLoanStep, inLoanStep } from './servicing/loan-step';
import { runMilestone } from './servicing/milestones';
import { issueCertificate, issueLetter } from './servicing/papers';
import { planOf } from './servicing/plan';
import { payRefund } from './servicing/refund';
import { closeApplication } from './support/close';
import type { ActivityDeps } from './support/deps';
import { absorbInbox } from './support/inbox';
import { inStep } from './support/step';
import { park, remindApplicant, sleepOnClock, unpark } from './support/upkeep';

/** Database steps of a loan: each one transaction, safe to repeat. */
export function createRecordSteps(deps: ActivityDeps): RecordSteps {
  return {
    preScreen: ({ applicationId }) => preScreenStep(deps, applicationId),
    checkConsent: ({ applicationId }) => checkConsentStep(deps, applicationId),
    decide: ({ applicationId }) => decideStep(deps, applicationId),
    openApproval: (input) => openApproval(deps, input),
    openDeclineReview: (input) => openDeclineReview(deps, input),
    escalateTask: (input) => escalateTask(deps, input),
    applyCommand: (input) => applyCommand(deps, input),
    recordRefusal: (input) => recordRefusal(deps, input),
    takeInbox: ({ applicationId }) => inStep(deps, applicationId, (step) => absorbInbox(deps, step)),
    remindApplicant: (input) => remindApplicant(deps, input),
    closeApplication: (input) => closeApplication(deps, input),
    payoutState: ({ applicationId, payoutId }) =>
      inStep(deps, applicationId, (step) => payoutResult(deps, step, payoutId)),
    askForAccount: ({ applicationId }) => askForAccount(deps, applicationId),
    planServicing: ({ applicationId }) => inLoanStep(deps, applicationId, (step) => planOf(deps, step)),
    bookInbox: ({ applicationId }) =>
      inStep(deps, applicationId, async (step) => {
        await absorbInbox(deps, step);
        return planOf(deps, await asLoanStep(deps, step));
      }),
    runMilestone: (input) => runMilestone(deps, input),
    park: (input) => park(deps, input),
    unpark: (input) => unpark(deps, input),
    sleepOnClock: (input) => sleepOnClock(deps, input),
  };
}

/** Steps that call an outside party or make a paper. */
export function createOutsideSteps(deps: ActivityDeps): OutsideSteps {
  return {
    gatherFacts: (input) => gatherFacts(deps, input),
    prepareContract: (input) => prepareContract(deps, input),
    sealContract: (input) => sealContract(deps, input),
    sendPayout: ({ applicationId }) => sendPayout(deps, applicationId),
    queryPayout: (input) => queryPayout(deps, input),
    collectInstalment: (input) => collectInstalment(deps, input),
    queryDebit: (input) => queryDebit(deps, input),
    payRefund: (input) => payRefund(deps, input),
    payDraw: (input) => payDraw(deps, input),
    issueLetter: (input) => issueLetter(deps, input),
    issueCertificate: (input) => issueCertificate(deps, input),
  };
}

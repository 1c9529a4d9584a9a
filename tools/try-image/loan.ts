import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { Loan } from '../../contracts/http/loans';
import type { Stage } from '../../contracts/loan/stage';
import { Borrower } from '../../demo/borrower';
import { someone } from '../../demo/cast/people';
import { instant } from '../../demo/cast/requests';
import type { ApiUser } from '../../demo/client';
import { SandboxDesk } from '../../demo/sandbox-desk';
import { consentTextsOf } from '../../demo/world';

const STEP_LIMIT_MS = 90_000;
const POLL_MS = 200;

/** Takes one invented person from the form to a booked payout, as an app of the lender would, in real time. */
export async function takeLoan(applicant: ApiUser, sandboxUrl: string): Promise<z.output<typeof Loan>> {
  const life = {
    clockId: null,
    sandbox: new SandboxDesk(sandboxUrl, null),
    conductor: { until: () => Promise.reject(new Error('real time cannot be moved')) },
    consentTexts: (productCode: string) => consentTextsOf(applicant, productCode),
    user: () => Promise.resolve(applicant),
  };
  const borrower = new Borrower(life, applicant, someone('prime')(77));
  const reached = (stage: Stage) =>
    eventually(`stage ${stage}`, async () =>
      (await borrower.application()).stage === stage ? true : undefined,
    );
  await borrower.apply(instant);
  await reached('OFFER');
  await borrower.askForCode();
  await borrower.signWith(await eventually('the one-time code', () => borrower.codeReceived()));
  await reached('REPAYING');
  return borrower.account();
}

/** Asks until there is an answer; throws when there is none in good time. */
async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const until = Date.now() + STEP_LIMIT_MS; Date.now() < until; await pause(POLL_MS)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`${what} did not come within ${STEP_LIMIT_MS / 1_000} s`);
}

import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Application } from '../../contracts/http/applications';
import { CodeSent, Contract } from '../../contracts/http/contracts';
import { Loan } from '../../contracts/http/loans';
import { ConsentText } from '../../contracts/http/products';
import { someone } from '../../demo/cast/people';
import { instant } from '../../demo/cast/requests';
import type { ApiUser } from '../../demo/client';
import { sampleDocument } from '../../demo/sample-document';

const STEP_LIMIT_MS = 90_000;
const POLL_MS = 200;
const Consents = z.object({ data: z.array(ConsentText) });
const Inbox = z.object({ data: z.array(z.object({ templateCode: z.string(), body: z.string() })) });

/** Takes one invented person from the form to a booked payout, as an app of the lender would. */
export async function takeLoan(applicant: ApiUser, sandboxUrl: string): Promise<z.output<typeof Loan>> {
  const { customer, account, phone } = someone('prime')(77);
  const { documents, ...request } = instant;
  const consentTexts = await applicant.get(`/v1/products/${request.productCode}/consent-texts`, (answer) =>
    Consents.parse(answer),
  );
  const holder = { name: account.holderName, idNo: customer.idNo ?? '' };
  const body = {
    ...{ ...request, customer, payoutAccount: account },
    documents: await Promise.all(documents.map((kind) => sampleDocument(kind, holder))),
    consents: consentTexts.data.map(({ code, version, hashes }) => ({ code, version, textHash: hashes.zh })),
  };
  const { id } = await applicant.post('/v1/applications', body, (answer) => Application.parse(answer));
  const reached = (stage: string) =>
    eventually(`stage ${stage}`, async () => {
      const application = await applicant.get(`/v1/applications/${id}`, (answer) =>
        Application.parse(answer),
      );
      return application.stage === stage ? application : undefined;
    });
  const contract = `/v1/contracts/${(await reached('OFFER')).contractId}`;
  await applicant.post(`${contract}/confirmation-codes`, {}, (answer) => CodeSent.parse(answer));
  const code = await eventually('the one-time code', async () => {
    const inbox = await fetch(`${sandboxUrl}/inbox/messages?to=${phone}`);
    const sent = Inbox.parse(await inbox.json()).data.find(
      ({ templateCode }) => templateCode === 'one-time-code',
    );
    return sent?.body.match(/\d{6}/)?.[0];
  });
  const { documentSha256 } = await applicant.get(contract, (answer) => Contract.parse(answer));
  await applicant.post(`${contract}/sign`, { code, documentSha256 }, (answer) => Contract.parse(answer));
  const { loanId } = await reached('REPAYING');
  return applicant.get(`/v1/loans/${loanId}`, (answer) => Loan.parse(answer));
}

/** Asks until there is an answer; throws when there is none in good time. */
async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const until = Date.now() + STEP_LIMIT_MS; Date.now() < until; await pause(POLL_MS)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`${what} did not come within ${STEP_LIMIT_MS / 1_000} s`);
}

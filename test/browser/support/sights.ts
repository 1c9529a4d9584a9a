import { createServer } from 'node:http';
import { z } from 'zod';
import { Loan } from '../../../contracts/http/loans';
import { Scene } from '../../../contracts/http/scenes';
import type { Borrower } from '../../../demo/borrower';
import type { ApiUser } from '../../../demo/client';
import { RISK_MANAGER } from '../../../demo/story';
import { OPENING, shanghai } from '../../../demo/time';
import type { World } from '../../../demo/world';
import { person } from '../../../sandbox/people/people';
import type { Progress } from '../../../stack/progress';
import type { Stack } from '../../../stack/stack';
import { playScene } from '../../../tools/screenshots-temporal/scene';
import { registered } from './account';
import { studioDraft } from './studio-draft';

const Rows = z.object({ data: z.array(z.object({ id: z.string() })) });
const first = async (user: ApiUser, path: string): Promise<string> => {
  const [row] = await user.get(path, (answer) => Rows.parse(answer).data);
  if (row === undefined) throw new Error(`nothing at ${path}`);
  return row.id;
};

/** One of everything that a page can show, after some weeks of lending. */
export interface Sights {
  clock: string;
  task: string;
  /** A company's request before the committee. */
  committeeTask: string;
  application: string;
  customer: string;
  /** A loan in arrears, with an operation that waits for a second person. */
  loan: string;
  draft: string;
  /** A call to be made about the loan. */
  call: string;
  scene: string;
  /** Token of somebody with an account and nothing yet. */
  account: string;
  /** Login names of borrowers, with what is theirs. */
  signer: Owned;
  supplier: Owned;
  debtor: Owned & { loan: string };
  /** A limit of which a part is in use. */
  drawer: Owned & { loan: string };
}

interface Owned {
  user: string;
  application: string;
}

/** Brings a running stack to where there is something to see on every page. */
export async function bringSights(stack: Stack, progress: Progress): Promise<Sights> {
  const { world, played } = await playScene(stack, progress, (begun) => strangePayment(stack, begun));
  await deadEndpoint(world);
  const whose = (special: string): Owned & { borrower: Borrower } => {
    const at = played.findIndex(({ story }) => story.special.startsWith(special));
    const borrower = played[at]?.borrower;
    if (borrower === undefined) throw new Error(`nobody of whom "${special}" is told`);
    return { user: `demo-${at + 1}`, application: borrower.id, borrower };
  };
  const officer = await world.user('officer', 'officer1');
  const debtor = whose('never pays');
  const drawer = whose('a limit drawn');
  const loan = await debtor.borrower.loanId();
  await orderRateChange(world, loan);
  await askForFiles(world);
  const judged = whose('an officer decides');
  const { customerId } = await judged.borrower.application();
  return {
    ...{ clock: world.clockId, application: judged.application, customer: customerId, loan },
    task: await first(officer, `/v1/tasks?view=all&applicationId=${judged.application}`),
    committeeTask: await first(
      await world.user('committee', 'committee1'),
      `/v1/tasks?view=all&applicationId=${whose('a committee decides').application}`,
    ),
    call: await first(officer, `/v1/tasks?view=all&kind=call&applicationId=${debtor.application}`),
    draft: await studioDraft(stack.urls.api),
    scene: await desk(world),
    account: await registered(stack, person({ n: 7301 }).phone),
    signer: whose('the offer lies'),
    supplier: whose('documents are missing'),
    debtor: { ...debtor, loan },
    drawer: { ...drawer, loan: await drawer.borrower.loanId() },
  };
}

/** Something on the bank's statement that our books know nothing of. */
async function strangePayment({ urls }: Stack, { clockId }: World): Promise<void> {
  const flaw = { statementOn: '2026-03-02', kind: 'extra', bankRef: 'BT-STRANGER', amountMinor: '77700' };
  const answer = await fetch(`${urls.sandbox}/control/statement-differences`, {
    method: 'POST',
    // The bank has not heard of this clock yet: this is when it begins.
    headers: { 'content-type': 'application/json', 'x-test-clock': clockId, 'x-test-now': shanghai(OPENING) },
    body: JSON.stringify(flaw),
  });
  if (!answer.ok) throw new Error(`no difference was planted: ${answer.status}`);
}

const Endpoint = z.object({ id: z.string(), disabledAt: z.string().nullable() });

/** An endpoint whose receiver says that it is gone, and which is therefore off. */
async function deadEndpoint(world: World): Promise<void> {
  const receiver = createServer((_, answer) => answer.writeHead(410).end());
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  const operator = await world.user('operator', 'operator1');
  const wanted = { url: `http://127.0.0.1:${address.port}/hook`, eventTypes: ['loan.disbursed'] };
  const { id } = await operator.post('/v1/webhooks', wanted, (one) => Endpoint.parse(one));
  await operator.post(`/v1/webhooks/${id}/ping`, {}, () => undefined);
  const isOff = async () =>
    (await operator.get(`/v1/webhooks/${id}`, (one) => Endpoint.parse(one))).disabledAt !== null;
  for (let tries = 0; !(await isOff()); tries++) {
    if (tries === 150) throw new Error('the endpoint is still on');
    await new Promise((next) => setTimeout(next, 200));
  }
  receiver.closeAllConnections();
  await new Promise((closed) => receiver.close(closed));
}

async function orderRateChange(world: World, loan: string): Promise<void> {
  const risk = await world.user(RISK_MANAGER.role, RISK_MANAGER.user);
  const { version } = await risk.get(`/v1/loans/${loan}`, (answer) => Loan.parse(answer));
  const operation = { kind: 'rate_change', annualRatePercent: '4', reason: 'agreement' };
  const order = { operation, reasonCodes: ['AGREEMENT'], comment: '借款人困难,双方已签补充协议' };
  await risk.postOn(version, `/v1/loans/${loan}/operations`, order, () => undefined);
}

/** Two lists as files; the second one waits for the first. */
async function askForFiles(world: World): Promise<void> {
  const risk = await world.user(RISK_MANAGER.role, RISK_MANAGER.user);
  await risk.post('/v1/exports', { list: 'loans', format: 'xlsx', filters: {} }, () => undefined);
  await risk.post('/v1/exports', { list: 'applications', format: 'csv', filters: {} }, () => undefined);
}

/** A car dealer's desk. */
async function desk(world: World): Promise<string> {
  const administrator = await world.user('administrator', 'admin1');
  const partnerId = await first(administrator, '/v1/partners');
  const wanted = { partnerId, name: '城东店前台', productCode: 'car_loan' };
  const offer = { amountMinor: '8000000', termMonths: 24 };
  return (await administrator.post('/v1/scenes', { ...wanted, ...offer }, (one) => Scene.parse(one))).code;
}

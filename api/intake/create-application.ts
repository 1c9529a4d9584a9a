import { eq, sql } from 'drizzle-orm';
import type { CreateApplication } from '../../contracts/http/applications';
import type { CustomerInput } from '../../contracts/http/customers';
import type { Db, Tx } from '../../db/client';
import { compiledRead, insertInto } from '../../db/compiled';
import type { Vault } from '../../db/crypto/vault';
import { type AuditEventInput, beginChain } from '../../db/repositories/audit-chain';
import { accountById, identityOfAccount, phoneOfAccount } from '../../db/repositories/borrower-identity';
import { newEvent } from '../../db/repositories/new-event';
import { publishedPolicy } from '../../db/repositories/policy';
import { writeRecords } from '../../db/repositories/records';
import { applications } from '../../db/schema/applications';
import { clockWaits, testClocks } from '../../db/schema/clocks';
import { maskCard } from '../../documents/mask';
import { businessDate } from '../../domain/calendar/business-date';
import { loanWorkflowId } from '../../workflows/names';
import type { Actor } from '../auth/actor';
import { fieldProblem, ProblemError } from '../problem';
import type { IdMaker } from '../seeded-id';
import { boundCardFile } from './account/own-card';
import { storeConsents } from './consent';
import { claimCustomer } from './customer';
import { putDocument } from './document';
import { firstDrawFor } from './first-draw';
import { openScene } from './scene';

/** An application as it arrives, with who sends it and how. */
export interface ArrivingApplication {
  body: CreateApplication;
  actor: Actor;
  makeId: IdMaker;
  now: Date;
  evidence: { ip: string; userAgent: string };
}

const applicationById = compiledRead((from) =>
  from
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.id, sql.placeholder('id'))),
);
const putApplication = insertInto(applications);

/** Customer, application, consents, audit record and start intent in one transaction; run again, it finds what it made. */
export async function createApplication(
  db: Db,
  vault: Vault,
  arriving: ArrivingApplication,
): Promise<string> {
  const id = arriving.makeId('app');
  return db.transaction(async (tx) => {
    const [made] = await applicationById(tx, { id });
    if (made !== undefined) return id;
    await takeIn(tx, vault, id, arriving);
    return id;
  });
}

async function takeIn(tx: Tx, vault: Vault, id: string, arriving: ArrivingApplication): Promise<void> {
  const { body, actor, makeId, now, evidence } = arriving;
  const clockId = await knownClock(tx, body.clockId);
  const today = businessDate(now.getTime());
  const product = await publishedPolicy(tx, 'product', body.productCode, today);
  if (product === null) throw fieldProblem('PRODUCT_UNKNOWN', ['productCode']);
  const method = body.method ?? product.body.repayment.methods[0];
  if (method === undefined) throw fieldProblem('PRODUCT_UNKNOWN', ['productCode']);
  const firstDrawMinor = firstDrawFor(product.body, body);
  const customer = await applicantOf(tx, vault, actor, body.customer);
  const customerId = await claimCustomer(tx, vault, actor, {
    id: makeId('cus'),
    input: customer,
    locale: body.locale,
    clockId,
    now,
  });
  const scene = body.scene === undefined ? null : await openScene(tx, body.scene, body.productCode);
  const partnerId = scene?.partnerId ?? actor.partnerId;
  const card = await cardFor(tx, vault, actor, body.bankCardId);
  const createdBy = actor.kind === 'applicant' ? customerId : actor.id;
  await putApplication(tx, {
    id,
    customerId,
    productCode: body.productCode,
    productVersion: product.ref.version,
    channel: body.channel,
    partnerId,
    sceneId: scene?.id ?? null,
    createdBy,
    currency: product.body.currency,
    amountMinor: BigInt(body.amountMinor),
    firstDrawMinor,
    termMonths: body.termMonths,
    purpose: body.purpose,
    method,
    declared: body.declared,
    ...sealedParts(vault, id, { ...body, payoutAccount: card?.account ?? body.payoutAccount }),
    cardId: body.bankCardId ?? null,
    stage: 'PRE_SCREEN',
    stageSince: now,
    clockId,
    createdAt: now,
    updatedAt: now,
  });
  const given = body.consents.map((grant) => ({ id: makeId('con', grant.code), grant }));
  const of = { customerId, applicationId: id, channel: body.channel, clockId, now, today };
  await storeConsents(tx, vault, given, { ...of, evidence: { ...evidence, actorId: createdBy } });
  const audits: AuditEventInput[] = [];
  for (const { kind, contentType, contentBase64 } of body.documents) {
    const content = Buffer.from(contentBase64, 'base64');
    const upload = { id: makeId('doc', kind), kind, contentType, content, actorId: createdBy, now };
    const { added } = await putDocument(tx, vault, { id, clockId }, upload);
    if (added) audits.push(added);
  }
  if (clockId !== null) {
    // At work from the first moment: the clock must not move before the loan has settled.
    await tx.insert(clockWaits).values({ workflowId: loanWorkflowId(id), clockId, updatedAt: new Date() });
  }
  const data = { productCode: body.productCode, productVersion: product.ref.version, channel: body.channel };
  audits.push({
    subject: id,
    at: now,
    actorId: createdBy,
    action: 'application.created',
    data: { ...data, amountMinor: body.amountMinor, termMonths: body.termMonths, sceneId: scene?.id },
    personal: { idNo: customer.kind === 'person' ? customer.idNo : customer.uscc },
    clockId,
  });
  const received = newEvent({
    type: 'loan.application_received',
    subjectId: id,
    applicationId: id,
    customerId,
    partnerId,
    data: { applicationId: id, productCode: body.productCode },
    occurredAt: now,
    clockId,
  });
  const start = { topic: 'workflow.start' as const, ref: id, clockId };
  await writeRecords(tx, { audits, events: [received], orders: [start] }, await beginChain(tx, id));
}

/** Who applies: as typed, or the account's own confirmed person. */
async function applicantOf(
  tx: Tx,
  vault: Vault,
  { accountId }: Actor,
  typed: CreateApplication['customer'],
): Promise<CustomerInput> {
  if (typed.kind !== 'account_holder') return typed;
  const account = accountId === null ? undefined : await accountById(tx, accountId);
  const person = account === undefined ? null : identityOfAccount(vault, account);
  if (account === undefined || person === null) throw fieldProblem('IDENTITY_NEEDED', ['customer']);
  return { kind: 'person', ...person, phone: phoneOfAccount(vault, account) };
}

/** The bound card that an account's application names, as account for payout and debit. */
async function cardFor(tx: Tx, vault: Vault, { accountId }: Actor, cardId: string | undefined) {
  if (cardId === undefined) return null;
  if (accountId === null) throw fieldProblem('CARD_NOT_BOUND', ['bankCardId']);
  const { cardNo, name } = await boundCardFile(tx, vault, accountId, cardId);
  return { account: { cardNo, holderName: name } };
}

type Sealable = Pick<CreateApplication, 'particulars' | 'payoutAccount'>;

function sealedParts(vault: Vault, rowId: string, { particulars, payoutAccount }: Sealable) {
  const seal = (column: string, value: unknown) =>
    vault.seal({ table: 'applications', column, rowId }, JSON.stringify(value));
  return {
    ...(particulars && { sealedDeclared: seal('sealed_declared', particulars) }),
    ...(payoutAccount && {
      sealedAccount: seal('sealed_account', payoutAccount),
      maskedAccount: maskCard(payoutAccount.cardNo),
    }),
  };
}

/** A clock that moves may not get new loans: they would live in a time that is passing. */
async function knownClock(tx: Tx, clockId: string | undefined): Promise<string | null> {
  if (clockId === undefined) return null;
  const [clock] = await tx.select().from(testClocks).where(eq(testClocks.id, clockId));
  if (clock === undefined) throw new ProblemError('NOT_FOUND');
  if (clock.status !== 'ready') throw new ProblemError('CLOCK_BUSY');
  return clockId;
}

import { subject } from '@casl/ability';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { CodeSent, Contract, RefuseContract, SignContract } from '../../../contracts/http/contracts';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import type { Action } from '../../../contracts/http/roles';
import type { Tx } from '../../../db/client';
import { compiledRead, updateWhere } from '../../../db/compiled';
import { appendAudit } from '../../../db/repositories/audit';
import { applications } from '../../../db/schema/applications';
import { contracts as table } from '../../../db/schema/contracts';
import { customers } from '../../../db/schema/customers';
import type { Actor } from '../../auth/actor';
import { sendCode, useCode } from '../../intake/confirmation-code';
import { tellLoan } from '../../intake/news';
import { actorOf } from '../../plugins/authentication';
import { instantOf } from '../../present/application';
import { PDF, sendPdf } from '../../present/pdf';
import { ProblemError } from '../../problem';
import type { RouteDeps } from './deps';

/** A contract without its papers, which are large and read only where one is sent. */
const { sealedOfferPdf: _offer, sealedFinalPdf: _final, ...plainColumns } = getTableColumns(table);
type Row = Omit<typeof table.$inferSelect, 'sealedOfferPdf' | 'sealedFinalPdf'>;

const contractById = compiledRead((from) =>
  from
    .select({ contract: plainColumns, partnerId: applications.partnerId })
    .from(table)
    .innerJoin(applications, eq(applications.id, table.applicationId))
    .where(eq(table.id, sql.placeholder('id'))),
);
const heldContract = compiledRead((from) =>
  from
    .select(plainColumns)
    .from(table)
    .where(eq(table.id, sql.placeholder('id')))
    .for('update'),
);

const phoneOf = compiledRead((from) =>
  from
    .select({ phone: customers.maskedPhone })
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id'))),
);
const changeContract = updateWhere(table, 'id');

const tags = ['Contracts'];
const params = z.strictObject({ id: Id('ctr') });

/** Contracts: read, confirm by a one-time code, or refuse. */
export const contracts: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock }) => {
  const contractFor = async (actor: Actor, action: Action, id: string): Promise<Row> => {
    const [found] = await contractById(db, { id });
    if (found === undefined) throw new ProblemError('NOT_FOUND');
    const { customerId } = found.contract;
    const guarded = subject('Contract', { customerId, partnerId: found.partnerId, branch: null });
    if (!actor.ability.can('read', guarded)) throw new ProblemError('NOT_FOUND');
    if (!actor.ability.can(action, guarded)) throw new ProblemError('FORBIDDEN');
    return found.contract;
  };

  app.get(
    '/contracts/:id',
    {
      schema: {
        operationId: 'getContract',
        summary: 'Read a contract',
        tags,
        params,
        response: { 200: Contract, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Contract'),
    },
    async (request) => present(await contractFor(actorOf(request), 'read', request.params.id)),
  );

  app.get(
    '/contracts/:id/document.pdf',
    {
      schema: {
        operationId: 'getContractDocument',
        summary: 'Read the document: sealed if it is, else as offered',
        tags,
        params,
        querystring: z.strictObject({ version: z.enum(['latest', 'offered']).default('latest') }),
        response: {
          200: PDF,
          ...PROBLEM_RESPONSES,
        },
      },
      config: { produces: ['application/pdf'] },
      preHandler: app.can('read', 'Contract'),
    },
    async (request, reply) => {
      const row = await contractFor(actorOf(request), 'read', request.params.id);
      const [papers] = await db
        .select({ offer: table.sealedOfferPdf, final: table.sealedFinalPdf })
        .from(table)
        .where(eq(table.id, row.id));
      if (papers === undefined) throw new ProblemError('NOT_FOUND');
      const final = request.query.version === 'latest' ? papers.final : null;
      const column = final === null ? 'sealed_offer_pdf' : 'sealed_final_pdf';
      const pdf = vault.open({ table: 'contracts', column, rowId: row.id }, final ?? papers.offer);
      return sendPdf(reply, row.number, pdf);
    },
  );

  app.post(
    '/contracts/:id/confirmation-codes',
    {
      schema: {
        operationId: 'sendConfirmationCode',
        summary: "Send a one-time code to the borrower's phone",
        tags,
        params,
        response: { 202: CodeSent, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('sign', 'Contract'),
    },
    async (request, reply) => {
      const row = await contractFor(actorOf(request), 'sign', request.params.id);
      const now = await clock.now(row.clockId);
      const sent = await db.transaction(async (tx) => {
        const open = await openContract(tx, row.id, now);
        return sendCode(tx, vault, open, request.makeId, now);
      });
      const told = { contractId: row.id, sentTo: sent.sentTo, expiresAt: sent.expiresAt.toISOString() };
      return reply.code(202).send(told);
    },
  );

  app.post(
    '/contracts/:id/sign',
    {
      schema: {
        operationId: 'signContract',
        summary: 'Confirm the contract with the one-time code',
        tags,
        params,
        body: SignContract,
        response: { 200: Contract, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('sign', 'Contract'),
    },
    async (request) => {
      const actor = actorOf(request);
      const row = await contractFor(actor, 'sign', request.params.id);
      const now = await clock.now(row.clockId);
      const { code, documentSha256 } = request.body;
      const commandId = request.makeId('cmd');
      if (endedBy(row) === commandId) return present(row);
      if (documentSha256 !== row.offerSha256) throw new ProblemError('CONTRACT_HASH_MISMATCH');
      const outcome = await db.transaction(async (tx) => {
        const open = await openContract(tx, row.id, now);
        const used = await useCode(tx, open.id, code, now);
        if (!used.ok) return used;
        return {
          ok: true as const,
          row: await sign(tx, actor, open, { codeId: used.codeId, commandId }, now),
        };
      });
      if (!outcome.ok) throw new ProblemError(outcome.code);
      return present(outcome.row);
    },
  );

  app.post(
    '/contracts/:id/refuse',
    {
      schema: {
        operationId: 'refuseContract',
        summary: 'Refuse the offer',
        tags,
        params,
        body: RefuseContract,
        response: { 200: Contract, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('sign', 'Contract'),
    },
    async (request) => {
      const actor = actorOf(request);
      const row = await contractFor(actor, 'sign', request.params.id);
      const now = await clock.now(row.clockId);
      const { reasonCode } = request.body;
      const commandId = request.makeId('cmd');
      if (endedBy(row) === commandId) return present(row);
      return present(
        await db.transaction(async (tx) => {
          const open = await openContract(tx, row.id, now);
          const refused = { status: 'refused', evidence: { commandId } } as const;
          await changeContract(tx, open.id, refused);
          await news(tx, actor, open, 'refused', { reasonCode }, now);
          return { ...open, ...refused };
        }),
      );
    },
  );
};

/** The contract while it may be signed, held until the transaction ends. */
async function openContract(tx: Tx, id: string, now: Date): Promise<Row> {
  const [row] = await heldContract(tx, { id });
  if (row === undefined) throw new ProblemError('NOT_FOUND');
  if (row.status !== 'offered' || row.expiresAt <= now) throw new ProblemError('CONTRACT_NOT_OPEN');
  return row;
}

/** The request that signed or refused this contract, if one did; it may run again when its first run died with its answer. */
const endedBy = ({ evidence }: Row): unknown =>
  typeof evidence === 'object' && evidence !== null && 'commandId' in evidence
    ? evidence.commandId
    : undefined;

async function sign(
  tx: Tx,
  actor: Actor,
  row: Row,
  { codeId, commandId }: { codeId: string; commandId: string },
  now: Date,
): Promise<Row> {
  const [customer] = await phoneOf(tx, { id: row.customerId });
  const evidence = {
    maskedPhone: customer?.phone ?? '',
    confirmedAt: now.toISOString(),
    evidenceId: codeId,
    commandId,
    offerSha256: row.offerSha256,
  };
  // `openContract` found it open and holds it.
  const signed = { status: 'signed', signedAt: now, evidence } as const;
  await changeContract(tx, row.id, signed);
  await news(tx, actor, row, 'signed', { evidenceId: codeId, offerSha256: row.offerSha256 }, now);
  return { ...row, ...signed };
}

async function news(
  tx: Tx,
  actor: Actor,
  row: Row,
  kind: 'signed' | 'refused',
  data: Record<string, string>,
  at: Date,
): Promise<void> {
  const { applicationId, clockId, id } = row;
  const actorId = actor.kind === 'applicant' ? row.customerId : actor.id;
  const event = { subject: applicationId, at, actorId, action: `contract.${kind}`, clockId };
  await appendAudit(tx, { ...event, data: { contractId: id, ...data } });
  await tellLoan(tx, { applicationId, kind, ref: id, at, clockId });
}

function present(row: Row) {
  const { id, applicationId, customerId, number, status, rateBps, termMonths, shown, finalSha256, clockId } =
    row;
  return {
    ...{ id, applicationId, customerId, number, status, rateBps, termMonths, shown, finalSha256, clockId },
    amountMinor: row.amountMinor.toString(),
    documentSha256: row.offerSha256,
    offeredAt: row.offeredAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    signedAt: instantOf(row.signedAt),
  };
}

import { asc, eq, sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Application, Consent, ConsentGrant, PayoutAccount } from '../../../contracts/http/applications';
import { Id } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { appendAudit } from '../../../db/repositories/audit';
import { applications, consents as table } from '../../../db/schema/applications';
import { maskCard } from '../../../documents/mask';
import { businessDate } from '../../../domain/calendar/business-date';
import { storeConsents } from '../../intake/consent';
import { tellLoan } from '../../intake/news';
import { actorOf } from '../../plugins/authentication';
import { presentApplication } from '../../present/application';
import { ProblemError } from '../../problem';
import { applicationFor, namedApplication } from '../../reads/applications';
import { withVersion } from '../../versions';
import { evidenceOf } from './applications';
import type { RouteDeps } from './deps';

const params = z.strictObject({ id: Id('app') });

/** What an applicant adds after applying: consents and a payout account. */
export const consents: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock }) => {
  app.post(
    '/applications/:id/consents',
    {
      schema: {
        operationId: 'grantConsent',
        summary: 'Consent to a text in force',
        tags: ['Consents'],
        params,
        body: ConsentGrant,
        response: { 201: Consent, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('supply', 'Application'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { app: row } = await applicationFor(db, actor, 'supply', request.params.id);
      const now = await clock.now(row.clockId);
      const actorId = actor.kind === 'applicant' ? row.customerId : actor.id;
      const { id: applicationId, customerId, clockId, channel } = row;
      const made = await db.transaction(async (tx) => {
        const given = { id: request.makeId('con'), grant: request.body };
        const [id = given.id] = await storeConsents(tx, vault, [given], {
          ...{ customerId, applicationId, channel, clockId, now },
          today: businessDate(now.getTime()),
          evidence: { ...evidenceOf(request), actorId },
        });
        const { code, version, textHash } = request.body;
        const fresh = await tellLoan(tx, {
          applicationId,
          kind: 'consent',
          ref: id,
          body: { code },
          at: now,
          clockId,
        });
        const data = { consentId: id, code, version, textHash };
        const event = { subject: applicationId, at: now, actorId, action: 'consent.granted', data, clockId };
        if (fresh) await appendAudit(tx, event);
        const [consent] = await tx.select().from(table).where(eq(table.id, id));
        return consent;
      });
      if (made === undefined) throw new ProblemError('NOT_FOUND');
      return reply.code(201).send(present(made));
    },
  );

  app.get(
    '/applications/:id/consents',
    {
      schema: {
        operationId: 'listConsents',
        summary: 'List the consents given for an application',
        tags: ['Consents'],
        params,
        response: { 200: z.object({ data: z.array(Consent) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Application'),
    },
    async (request) => {
      const { app: row } = await applicationFor(db, actorOf(request), 'read', request.params.id);
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.applicationId, row.id))
        .orderBy(asc(table.id));
      return { data: rows.map(present) };
    },
  );

  app.post(
    '/applications/:id/payout-account',
    {
      schema: {
        operationId: 'setPayoutAccount',
        summary: 'Give or correct the account for payout and debits',
        tags: ['Applications'],
        params,
        body: PayoutAccount,
        response: { 200: Application, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('supply', 'Application'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { app: row } = await applicationFor(db, actor, 'supply', request.params.id);
      const now = await clock.now(row.clockId);
      const actorId = actor.kind === 'applicant' ? row.customerId : actor.id;
      const place = { table: 'applications', column: 'sealed_account', rowId: row.id };
      const { id: applicationId, clockId } = row;
      const ref = request.makeId('inb');
      await db.transaction(async (tx) => {
        const fresh = await tellLoan(tx, { applicationId, kind: 'account', ref, at: now, clockId });
        if (!fresh) return;
        await tx
          .update(applications)
          .set({
            sealedAccount: vault.seal(place, JSON.stringify(request.body)),
            maskedAccount: maskCard(request.body.cardNo),
            version: sql`${applications.version} + 1`,
            updatedAt: now,
          })
          .where(eq(applications.id, applicationId));
        const personal = { cardNo: request.body.cardNo };
        await appendAudit(tx, {
          subject: applicationId,
          at: now,
          actorId,
          action: 'account.given',
          personal,
          clockId,
        });
      });
      const changed = await namedApplication(db, applicationId);
      return withVersion(reply, changed.app.version).send(presentApplication(actor, changed));
    },
  );
};

function present(row: typeof table.$inferSelect) {
  return {
    id: row.id,
    applicationId: row.applicationId,
    code: row.code,
    version: row.textVersion,
    textHash: row.textHash,
    locale: row.locale,
    channel: row.channel,
    grantedAt: row.grantedAt.toISOString(),
    validUntil: row.validUntil.toISOString(),
    withdrawnAt: row.withdrawnAt === null ? null : row.withdrawnAt.toISOString(),
  };
}

import { createPublicKey } from 'node:crypto';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  AuditKeys,
  AuditProof,
  AuditRoot,
  AuditSubject,
  AuditVerification,
  FoundAuditEntry,
  ListAudit,
  ListVerified,
  VerifiedChains,
} from '../../../contracts/http/audit';
import { Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { entryOf } from '../../../db/repositories/audit';
import { auditProofOf, auditRootsOf, verifierOf } from '../../../db/repositories/audit-roots';
import { auditSigner } from '../../../db/repositories/audit-signer';
import { applications } from '../../../db/schema/applications';
import { auditEvents } from '../../../db/schema/audit';
import { pageOf } from '../../cursor';
import { ProblemError } from '../../problem';
import { verifiedChain, verifiedChains } from '../../reads/audit-verification';
import { between } from '../../reads/moves';
import type { RouteDeps } from './deps';
import { idAfter, listName } from './page';

const tags = ['Audit'];

/** The audit record: search, verification, and a proof to hand to somebody else. */
export const audit: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, cursors, settings }) => {
  const preHandler = app.can('read', 'Audit');
  const signer = auditSigner(settings.secret);
  const verify = verifierOf(new Map([[signer.keyId, createPublicKey(signer.key)]]));

  app.get(
    '/audit/entries',
    {
      schema: {
        operationId: 'listAuditEntries',
        summary: 'Search the audit record, newest first',
        tags,
        querystring: ListAudit,
        response: { 200: Page(FoundAuditEntry), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ query }) => {
      const name = listName('audit', query);
      const after = idAfter(cursors, name, query.cursor);
      const rows = await db
        .select({ event: auditEvents, currency: applications.currency })
        .from(auditEvents)
        .leftJoin(applications, eq(applications.id, auditEvents.subject))
        .where(
          and(
            query.subject === undefined ? undefined : eq(auditEvents.subject, query.subject),
            query.actorId === undefined ? undefined : eq(auditEvents.actorId, query.actorId),
            query.action === undefined ? undefined : eq(auditEvents.action, query.action),
            ...between(auditEvents.at, query.from, query.to),
            after === undefined ? undefined : lt(auditEvents.id, after),
          ),
        )
        .orderBy(desc(auditEvents.id))
        .limit(query.limit + 1);
      return pageOf(
        rows,
        query.limit,
        ({ event, currency }) => ({ ...entryOf(event), currency }),
        ({ event }) => cursors.seal(name, [event.id]),
      );
    },
  );

  app.get(
    '/audit/subjects/:subject/verification',
    {
      schema: {
        operationId: 'verifyAudit',
        summary: 'Verify a chain and the roots above it',
        tags,
        params: AuditSubject,
        response: { 200: AuditVerification, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ params: { subject } }) => {
      const verdict = await verifiedChain(db, subject, verify);
      if (verdict === null) throw new ProblemError('NOT_FOUND');
      return verdict;
    },
  );

  app.get(
    '/audit/verification',
    {
      schema: {
        operationId: 'verifyAllAudit',
        summary: 'Verify all chains, some at a time',
        tags,
        querystring: ListVerified,
        response: { 200: VerifiedChains, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ query }) => {
      const after = idAfter(cursors, 'verified', query.cursor);
      const { broken, next, ...counts } = await verifiedChains(db, after, query.limit, verify);
      return { ...counts, broken, nextCursor: next === null ? null : cursors.seal('verified', [next]) };
    },
  );

  app.get(
    '/audit/subjects/:subject/proof',
    {
      schema: {
        operationId: 'exportAuditProof',
        summary: 'Export a proof that anyone can verify',
        tags,
        params: AuditSubject,
        response: { 200: AuditProof, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ params: { subject } }, reply) => {
      const proof = await auditProofOf(db, subject);
      if (proof.entries.length === 0) throw new ProblemError('NOT_FOUND');
      reply.header('content-disposition', `attachment; filename="audit-${subject}.json"`);
      return {
        ...proof,
        entries: proof.entries.map((entry) => ({ ...entry })),
        inclusions: proof.inclusions.map((place) => ({ ...place, path: [...place.path] })),
        roots: [...proof.roots],
      };
    },
  );

  app.get(
    '/audit/roots',
    {
      schema: {
        operationId: 'listAuditRoots',
        summary: 'List the signed roots of all days',
        tags,
        response: { 200: z.object({ data: z.array(AuditRoot) }), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async () => ({ data: await auditRootsOf(db) }),
  );

  app.get(
    '/audit/keys',
    {
      schema: {
        operationId: 'getAuditKeys',
        summary: 'Public keys of the daily roots',
        tags,
        response: { 200: AuditKeys, ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async () => ({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: signer.x, kid: signer.keyId }] }),
  );
};

import { and, desc, eq, inArray } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Application } from '../../../../contracts/http/applications';
import { Id } from '../../../../contracts/http/common';
import { BankCard, BindCard, BorrowerAccount, CARD_REFUSALS, UseCard } from '../../../../contracts/http/my';
import { PROBLEM_RESPONSES } from '../../../../contracts/http/problem';
import { accountById } from '../../../../db/repositories/borrower-identity';
import { bankCards } from '../../../../db/schema/accounts';
import type { Actor } from '../../../auth/actor';
import { askToBind, type CardRow } from '../../../intake/account/bind-card';
import { makeDefault, ownCard, removeCard, useCardFor } from '../../../intake/account/own-card';
import { actorOf } from '../../../plugins/authentication';
import { instantOf, presentApplication } from '../../../present/application';
import { ProblemError } from '../../../problem';
import { applicationFor, namedApplication } from '../../../reads/applications';
import { withVersion } from '../../../versions';
import { evidenceOf } from '../applications';
import type { RouteDeps } from '../deps';

const tags = ['My account'];
const params = z.strictObject({ id: Id('card') });

/** The account of an actor; who is no account holder has no such pages. */
export function accountOf({ accountId }: Actor): string {
  if (accountId === null) throw new ProblemError('FORBIDDEN');
  return accountId;
}

/** The borrower's own account and bank cards. */
export const account: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock }) => {
  app.get(
    '/my/account',
    {
      schema: {
        operationId: 'getMyAccount',
        summary: 'Read the own account, masked',
        tags,
        response: { 200: BorrowerAccount, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const row = await accountById(db, accountOf(actorOf(request)));
      if (row === undefined) throw new ProblemError('SESSION_ENDED');
      const { id, maskedPhone, locale, maskedName, maskedId, confirmedAt, createdAt } = row;
      const identity =
        confirmedAt === null
          ? null
          : { name: maskedName ?? '', idNo: maskedId ?? '', confirmedAt: confirmedAt.toISOString() };
      return { id, phone: maskedPhone, locale, identity, createdAt: createdAt.toISOString() };
    },
  );

  app.get(
    '/my/cards',
    {
      schema: {
        operationId: 'listMyCards',
        summary: 'List the own bank cards, latest first',
        tags,
        response: { 200: z.object({ data: z.array(BankCard) }), ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const own = eq(bankCards.accountId, accountOf(actorOf(request)));
      const shown = inArray(bankCards.status, ['checking', 'bound', 'refused']);
      const rows = await db
        .select()
        .from(bankCards)
        .where(and(own, shown))
        .orderBy(desc(bankCards.id))
        .limit(50);
      return { data: rows.map(presentCard) };
    },
  );

  app.get(
    '/my/cards/:id',
    {
      schema: {
        operationId: 'getMyCard',
        summary: 'Read a bank card and what its check found',
        tags,
        params,
        response: { 200: BankCard, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => presentCard(await ownCard(db, accountOf(actorOf(request)), request.params.id)),
  );

  app.post(
    '/my/cards',
    {
      schema: {
        operationId: 'bindCard',
        summary: 'Have a bank card checked and bound (four factors)',
        tags,
        body: BindCard,
        response: { 202: BankCard, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
    },
    async (request, reply) => {
      const accountId = accountOf(actorOf(request));
      const row = await askToBind(db, vault, {
        ...{ id: request.makeId('card'), accountId, body: request.body },
        ...{ evidence: evidenceOf(request), now: await clock.now(null) },
      });
      return reply.code(202).header('location', `/v1/my/cards/${row.id}`).send(presentCard(row));
    },
  );

  app.post(
    '/my/cards/:id/default',
    {
      schema: {
        operationId: 'makeCardDefault',
        summary: 'Use this card for later applications',
        tags,
        params,
        response: { 200: BankCard, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
    },
    async (request) => {
      const accountId = accountOf(actorOf(request));
      return presentCard(await makeDefault(db, accountId, request.params.id, await clock.now(null)));
    },
  );

  app.delete(
    '/my/cards/:id',
    {
      schema: {
        operationId: 'removeCard',
        summary: 'Remove a card that no open loan uses',
        tags,
        params,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      await removeCard(db, accountOf(actorOf(request)), request.params.id, await clock.now(null));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/my/applications/:id/card',
    {
      schema: {
        operationId: 'useCardForApplication',
        summary: 'Pay out to and debit another bound card, also while the loan runs',
        tags,
        params: z.strictObject({ id: Id('app') }),
        body: UseCard,
        response: { 200: Application, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('supply', 'Application'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const accountId = accountOf(actor);
      const { app: row } = await applicationFor(db, actor, 'supply', request.params.id);
      const now = await clock.now(row.clockId);
      const { cardId } = request.body;
      const ref = request.makeId('inb');
      const change = { application: row, accountId, cardId, actorId: row.customerId, ref, now };
      await db.transaction((tx) => useCardFor(tx, vault, change));
      const changed = await namedApplication(db, row.id);
      return withVersion(reply, changed.app.version).send(presentApplication(actor, changed));
    },
  );
};

function presentCard(row: CardRow): z.input<typeof BankCard> {
  const { id, maskedCard, bankCode, status, refusal, isDefault, askedAt, boundAt } = row;
  return {
    ...{ id, card: maskedCard, bankCode, status, isDefault },
    refusal: CARD_REFUSALS.find((one) => one === refusal) ?? null,
    askedAt: askedAt.toISOString(),
    boundAt: instantOf(boundAt),
  };
}

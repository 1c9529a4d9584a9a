import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  AccountText,
  AskLoginCode,
  BorrowerSession,
  LogIn,
  LoginCodeSent,
  Register,
} from '../../../../contracts/http/my';
import { PROBLEM_RESPONSES } from '../../../../contracts/http/problem';
import { appendAudit } from '../../../../db/repositories/audit';
import { endSession, renewSession, type SessionTokens } from '../../../../db/repositories/borrower-accounts';
import { isKind, policiesInForce } from '../../../../db/repositories/policy';
import { maskPhone } from '../../../../documents/mask';
import { businessDate } from '../../../../domain/calendar/business-date';
import { ACCOUNT_TEXTS } from '../../../intake/account/account-consent';
import { logIn, phoneOf, register } from '../../../intake/account/enter';
import { CODE_PAUSE_MS, sendLoginCode } from '../../../intake/account/login-code';
import { ProblemError } from '../../../problem';
import { evidenceOf } from '../applications';
import type { RouteDeps } from '../deps';

const tags = ['My account'];
/** Sent to these paths only, so that no other request carries it. */
const COOKIE = { name: 'loanflow_refresh', path: '/v1/my/session' };
const config = { open: true };

/** How a borrower comes in and goes out: codes, registration, sessions. */
export const entering: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault, clock, settings }) => {
  const secure = settings.publicUrl.startsWith('https:');

  const handOver = (reply: FastifyReply, tokens: SessionTokens, isNew: boolean) => {
    const { name, path } = COOKIE;
    reply.setCookie(name, tokens.refresh, {
      ...{ path, secure, httpOnly: true, sameSite: 'strict', expires: tokens.refreshUntil },
    });
    reply.header('cache-control', 'no-store');
    return {
      accessToken: tokens.access,
      expiresAt: tokens.accessUntil.toISOString(),
      accountId: tokens.accountId,
      isNew,
    };
  };

  app.get(
    '/my/texts',
    {
      schema: {
        operationId: 'listAccountTexts',
        summary: 'Read the terms of use and the consent to binding a card',
        tags,
        response: { 200: z.object({ data: z.array(AccountText) }), ...PROBLEM_RESPONSES },
      },
      config: { open: true },
    },
    async () => {
      const on = businessDate((await clock.now(null)).getTime());
      const names = Object.values(ACCOUNT_TEXTS).map((code) => ({ kind: 'consent_text' as const, code }));
      const found = (await policiesInForce(db, names, on)).filter((one) => isKind(one, 'consent_text'));
      return {
        data: found.map(({ ref: { code, version }, body: { titles, texts, hashes } }) => ({
          ...{ code, version, titles, texts, hashes },
        })),
      };
    },
  );

  app.post(
    '/my/login-codes',
    {
      schema: {
        operationId: 'askLoginCode',
        summary: 'Send a one-time code to a phone, for registering or logging in',
        tags,
        body: AskLoginCode,
        response: { 202: LoginCodeSent, ...PROBLEM_RESPONSES },
      },
      config,
    },
    async (request, reply) => {
      const phone = phoneOf(request.body.phone);
      const now = await clock.now(null);
      const asked = { phone, locale: request.body.locale, address: request.ip };
      const expiresAt = await db.transaction((tx) => sendLoginCode(tx, vault, asked, now));
      return reply.code(202).send({
        sentTo: maskPhone(phone),
        expiresAt: expiresAt.toISOString(),
        nextAfterSeconds: CODE_PAUSE_MS / 1000,
      });
    },
  );

  app.post(
    '/my/registrations',
    {
      schema: {
        operationId: 'registerBorrower',
        summary: 'Make an account of a phone and log in; a phone that has one is logged in',
        tags,
        body: Register,
        response: { 201: BorrowerSession, ...PROBLEM_RESPONSES },
      },
      config,
    },
    async (request, reply) => {
      const now = await clock.now(null);
      const entered = await register(db, vault, request.body, evidenceOf(request), now);
      if (!entered.ok) throw entered.problem;
      return reply.code(201).send(handOver(reply, entered.tokens, entered.isNew));
    },
  );

  app.post(
    '/my/session',
    {
      schema: {
        operationId: 'logIn',
        summary: 'Log in with a phone and its code',
        tags,
        body: LogIn,
        response: { 201: BorrowerSession, ...PROBLEM_RESPONSES },
      },
      config,
    },
    async (request, reply) => {
      const entered = await logIn(db, vault, request.body, await clock.now(null));
      if (!entered.ok) throw entered.problem;
      return reply.code(201).send(handOver(reply, entered.tokens, entered.isNew));
    },
  );

  app.post(
    '/my/session/refresh',
    {
      schema: {
        operationId: 'refreshSession',
        summary: 'New tokens for the refresh cookie, which is used up',
        tags,
        response: { 200: BorrowerSession, ...PROBLEM_RESPONSES },
      },
      config,
    },
    async (request, reply) => {
      const now = await clock.now(null);
      const refresh = refreshOf(request);
      const tokens =
        refresh === undefined ? null : await db.transaction((tx) => renewSession(tx, refresh, now));
      if (tokens !== null) return handOver(reply, tokens, false);
      reply.clearCookie(COOKIE.name, { path: COOKIE.path });
      throw new ProblemError('SESSION_ENDED');
    },
  );

  app.delete(
    '/my/session',
    {
      schema: {
        operationId: 'logOut',
        summary: 'Log out: the tokens open nothing any more',
        tags,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { accountId, sessionId } = request.actor ?? {};
      if (accountId && sessionId) {
        const now = await clock.now(null);
        await db.transaction(async (tx) => {
          await endSession(tx, sessionId, 'signed_out', now);
          const event = { subject: accountId, at: now, actorId: accountId, action: 'account.logged_out' };
          await appendAudit(tx, event);
        });
      }
      return reply.clearCookie(COOKIE.name, { path: COOKIE.path }).code(204).send(null);
    },
  );
};

const refreshOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE.name];

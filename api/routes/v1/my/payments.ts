import { and, desc, eq, like } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../../contracts/http/common';
import { CardPayment, PaymentPreview, PayNow } from '../../../../contracts/http/my-payments';
import { PROBLEM_RESPONSES } from '../../../../contracts/http/problem';
import { debits } from '../../../../db/schema/money-moves';
import { businessDate } from '../../../../domain/calendar/business-date';
import { type DebitRow, PAY_NOW, payNow, wishOf } from '../../../intake/account/pay-now';
import { actorOf } from '../../../plugins/authentication';
import { instantOf } from '../../../present/application';
import { loanFor } from '../../../reads/loans';
import { previewPayment } from '../../../reads/payment-preview';
import type { RouteDeps } from '../deps';

const tags = ['My account'];
const params = z.strictObject({ id: Id('loan') });

/** Paying now, from the card of the loan: what it would do, doing it, and what became of it. */
export const payments: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, clock }) => {
  app.post(
    '/my/loans/:id/payment-previews',
    {
      schema: {
        operationId: 'previewPayment',
        summary: 'What a payment would clear; nothing is booked',
        tags,
        params,
        body: PayNow,
        response: { 200: PaymentPreview, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('pay', 'Loan'),
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'pay', request.params.id);
      const today = businessDate((await clock.now(loan.clockId)).getTime());
      return previewPayment(db, loan, request.body, today);
    },
  );

  app.post(
    '/my/loans/:id/payments',
    {
      schema: {
        operationId: 'payNow',
        summary: 'Debit the card of the loan now',
        tags,
        params,
        body: PayNow,
        response: { 202: CardPayment, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('pay', 'Loan'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { loan } = await loanFor(db, actor, 'pay', request.params.id);
      const now = await clock.now(loan.clockId);
      const today = businessDate(now.getTime());
      const actorId = actor.kind === 'applicant' ? loan.customerId : actor.id;
      const wish = { id: request.makeId('deb'), loan, body: request.body, actorId, today, now };
      // A request that runs again after a crash may find its own payment booked, and nothing owed any more.
      const before = await wishOf(db, wish.id);
      if (before === null) await previewPayment(db, loan, request.body, today);
      return reply.code(202).send(present(before ?? (await payNow(db, wish))));
    },
  );

  app.get(
    '/my/loans/:id/payments',
    {
      schema: {
        operationId: 'listMyPayments',
        summary: 'List the latest payments asked for, newest first',
        tags,
        params,
        response: { 200: z.object({ data: z.array(CardPayment) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Loan'),
    },
    async (request) => {
      const { loan } = await loanFor(db, actorOf(request), 'read', request.params.id);
      const rows = await db
        .select()
        .from(debits)
        .where(and(eq(debits.loanId, loan.id), like(debits.key, `${PAY_NOW}%`)))
        .orderBy(desc(debits.id))
        .limit(20);
      return { data: rows.map(present) };
    },
  );
};

function present(row: DebitRow): z.input<typeof CardPayment> {
  const { id, loanId, intent, status, failureCode, amountMinor, intendedAt, settledAt } = row;
  return {
    ...{ id, loanId, way: intent, status, failureCode },
    amountMinor: amountMinor.toString(),
    askedAt: intendedAt.toISOString(),
    settledAt: instantOf(settledAt),
  };
}

import type { z } from 'zod';
import type { Application } from '../../contracts/http/applications';
import { STAGES, type Stage } from '../../contracts/loan/stage';
import type { applications } from '../../db/schema/applications';
import { STAGE_NAMES } from '../../domain/loan/names';
import type { Actor } from '../auth/actor';

type Row = typeof applications.$inferSelect;

/** An application for a reader: staff see the assessment and what is parked, others do not. */
export function presentApplication(
  actor: Actor,
  { app, customerName }: { app: Row; customerName: string },
): z.input<typeof Application> {
  const staff = actor.kind === 'staff';
  const stage = stageOf(app.stage);
  return {
    id: app.id,
    customerId: app.customerId,
    customerName,
    productCode: app.productCode,
    productVersion: app.productVersion,
    channel: app.channel,
    partnerId: app.partnerId,
    sceneId: app.sceneId,
    currency: app.currency,
    amountMinor: app.amountMinor.toString(),
    firstDrawMinor: app.firstDrawMinor?.toString() ?? null,
    termMonths: app.termMonths,
    purpose: app.purpose,
    method: app.method,
    stage,
    stageName: STAGE_NAMES[stage],
    stageSince: app.stageSince.toISOString(),
    waitingFor: app.waitingFor,
    waitUntil: instantOf(app.waitUntil),
    missing: app.missing,
    outcome: app.outcome,
    reasonCodes: app.reasonCodes,
    approved:
      app.approvedAmountMinor === null
        ? null
        : {
            amountMinor: app.approvedAmountMinor.toString(),
            termMonths: app.approvedTermMonths,
            rateBps: app.rateBps,
          },
    payoutAccount: app.maskedAccount,
    contractId: app.contractId,
    loanId: app.loanId,
    assessment: staff ? { route: app.route, grade: app.grade, score: app.score } : null,
    parked:
      staff && app.parkedAt !== null
        ? { step: app.parkedStep ?? '', reason: app.parkedReason, at: app.parkedAt.toISOString() }
        : null,
    clockId: app.clockId,
    version: app.version,
    createdAt: app.createdAt.toISOString(),
    updatedAt: app.updatedAt.toISOString(),
    closedAt: instantOf(app.closedAt),
  };
}

/** An instant as text, or null. */
export function instantOf(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

export function stageOf(text: string): Stage {
  return STAGES.find((stage) => stage === text) ?? 'PRE_SCREEN';
}

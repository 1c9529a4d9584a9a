import { and, eq } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isProblemCode } from '../contracts/errors';
import type { Command } from '../contracts/http/commands';
import type { CommandInput, CommandKind } from '../contracts/loan/commands';
import type { Db } from '../db/client';
import { applications } from '../db/schema/applications';
import { commands } from '../db/schema/messaging';
import { applicationOf, loanWorkflowId } from '../workflows/names';
import type { ApiDeps } from './deps';
import { instantOf } from './present/application';
import { ProblemError } from './problem';
import { preferredWaitMs } from './versions';

type CommandRow = typeof commands.$inferSelect;
type CommandResource = z.input<typeof Command>;

/** A command as a route orders it. */
export interface Order {
  applicationId: string;
  clockId: string | null;
  kind: CommandKind;
  command: CommandInput;
}

/**
 * Stores a person's command, gives it to the loan and waits for what becomes of it: 200 with the result, 202 while it is
 * at work or waits for a second person's, or the problem that its refusal is. A repeat of the same command id finds the stored result.
 */
export async function order(
  { db, loans, clock, settings }: Pick<ApiDeps, 'db' | 'loans' | 'clock' | 'settings'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { applicationId, clockId, kind, command }: Order,
): Promise<{ status: 200 | 202; command: CommandResource }> {
  const createdAt = await clock.now(clockId);
  await db
    .insert(commands)
    .values({
      id: command.commandId,
      workflowId: loanWorkflowId(applicationId),
      kind,
      actorId: command.actorId,
      channel: 'api',
      payload: command,
      status: 'pending',
      createdAt,
      clockId,
    })
    .onConflictDoNothing();
  const waitMs = preferredWaitMs(request, settings.commandWaitMs);
  const outcome = await loans.command(applicationId, kind, command, waitMs);
  if (outcome.kind === 'absent' && !(await isClosed(db, applicationId)))
    throw new ProblemError('DEPENDENCY_UNAVAILABLE', { headers: { 'retry-after': '1' } });
  if (outcome.kind === 'refused' && outcome.code === 'SECOND_PERSON_NEEDED')
    return { status: 202, command: presentCommand(await commandRow(db, command.commandId)) };
  if (outcome.kind === 'absent' || outcome.kind === 'refused') {
    const code = outcome.kind === 'absent' ? 'LOAN_CLOSED' : outcome.code;
    await noteRefusal(db, command.commandId, code, createdAt);
    throw new ProblemError(isProblemCode(code) ? code : 'BAD_COMMAND');
  }
  const row = await commandRow(db, command.commandId);
  const shown = presentCommand(row);
  const applied =
    outcome.kind === 'applied' ? { status: 'applied' as const, effect: outcome.result.effect } : {};
  reply.header('location', `/v1/commands/${command.commandId}`);
  return { status: outcome.kind === 'applied' ? 200 : 202, command: { ...shown, ...applied } };
}

/** A command by its id. */
export async function commandRow(db: Db, id: string): Promise<CommandRow> {
  const [row] = await db.select().from(commands).where(eq(commands.id, id));
  if (row === undefined) throw new ProblemError('NOT_FOUND');
  return row;
}

/** A command as callers see it. */
export function presentCommand(row: CommandRow): CommandResource {
  const result = (row.result ?? {}) as { effect?: unknown; code?: unknown };
  return {
    id: row.id,
    kind: row.kind,
    applicationId: applicationOf(row.workflowId),
    status: row.status,
    effect: typeof result.effect === 'string' ? result.effect : null,
    refusal: row.status === 'refused' && typeof result.code === 'string' ? result.code : null,
    createdAt: row.createdAt.toISOString(),
    appliedAt: instantOf(row.appliedAt),
  };
}

/** Without a workflow a loan is over, or the relay is about to start it. */
async function isClosed(db: Db, applicationId: string): Promise<boolean> {
  const [row] = await db
    .select({ stage: applications.stage })
    .from(applications)
    .where(eq(applications.id, applicationId));
  return row?.stage === 'CLOSED';
}

/** A command that its validator turned away reached no activity, so its end is noted here. */
async function noteRefusal(db: Db, id: string, code: string, at: Date): Promise<void> {
  await db
    .update(commands)
    .set({ status: 'refused', result: { code }, appliedAt: at })
    .where(and(eq(commands.id, id), eq(commands.status, 'pending')));
}

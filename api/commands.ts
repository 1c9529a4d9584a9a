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

/** A command as a route orders it; its id is the request's. */
export interface Order {
  applicationId: string;
  clockId: string | null;
  kind: CommandKind;
  command: Omit<CommandInput, 'commandId'>;
}

type Answer = { status: 200 | 202; command: CommandResource };

/**
 * Stores a person's command, gives it to the loan and waits for what becomes of it: 200 with the result, 202 while it is
 * at work or waits for a second person's, or the problem that its refusal is. A request that runs again after a crash is
 * not judged anew, since its own effect may stand in its way: what its first run stored goes on, or is its answer.
 */
export async function order(
  deps: Pick<ApiDeps, 'db' | 'loans' | 'clock' | 'settings'>,
  request: FastifyRequest,
  reply: FastifyReply,
  judge: () => Promise<Order>,
): Promise<Answer> {
  const { db, loans, settings } = deps;
  const id = request.makeId('cmd');
  const row = (await findCommand(db, id)) ?? (await store(deps, id, await judge()));
  reply.header('location', `/v1/commands/${id}`);
  if (row.status !== 'pending') return answerOf(row);
  const applicationId = applicationOf(row.workflowId);
  const waitMs = preferredWaitMs(request, settings.commandWaitMs);
  const [kind, command] = [row.kind as CommandKind, row.payload as CommandInput];
  const outcome = await loans.command(applicationId, kind, command, waitMs);
  if (outcome.kind === 'absent' && !(await isClosed(db, applicationId)))
    throw new ProblemError('DEPENDENCY_UNAVAILABLE', { headers: { 'retry-after': '1' } });
  if (outcome.kind === 'refused' && outcome.code === 'SECOND_PERSON_NEEDED')
    return { status: 202, command: presentCommand(await commandRow(db, id)) };
  if (outcome.kind === 'absent' || outcome.kind === 'refused') {
    const code = outcome.kind === 'absent' ? 'LOAN_CLOSED' : outcome.code;
    await noteRefusal(db, id, code, row.createdAt);
    throw problemOf(code);
  }
  const shown = presentCommand(await commandRow(db, id));
  if (outcome.kind === 'pending') return { status: 202, command: shown };
  return { status: 200, command: { ...shown, status: 'applied', effect: outcome.result.effect } };
}

async function store(
  { db, clock }: Pick<ApiDeps, 'db' | 'clock'>,
  id: string,
  { applicationId, clockId, kind, command }: Order,
): Promise<CommandRow> {
  const { actorId } = command;
  const payload: CommandInput = { commandId: id, ...command };
  await db
    .insert(commands)
    .values({
      ...{ id, kind, actorId, payload, clockId, workflowId: loanWorkflowId(applicationId) },
      ...{ channel: 'api', status: 'pending', createdAt: await clock.now(clockId) },
    })
    .onConflictDoNothing();
  return commandRow(db, id);
}

/** What a command that is done with, or waits for another person, came to. */
function answerOf(row: CommandRow): Answer {
  const command = presentCommand(row);
  if (command.refusal !== null) throw problemOf(command.refusal);
  return { status: row.status === 'applied' ? 200 : 202, command };
}

const problemOf = (code: string): ProblemError =>
  new ProblemError(isProblemCode(code) ? code : 'BAD_COMMAND');

/** A command by its id. */
export async function commandRow(db: Db, id: string): Promise<CommandRow> {
  const row = await findCommand(db, id);
  if (row === undefined) throw new ProblemError('NOT_FOUND');
  return row;
}

async function findCommand(db: Db, id: string): Promise<CommandRow | undefined> {
  const [row] = await db.select().from(commands).where(eq(commands.id, id));
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
    .set({ status: 'refused', result: { ok: false, code }, appliedAt: at })
    .where(and(eq(commands.id, id), eq(commands.status, 'pending')));
}

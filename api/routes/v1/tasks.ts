import { inArray } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Command } from '../../../contracts/http/commands';
import { Id, Page } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { ClaimTask, DecideTask, ListTasks, Task, TaskDetail } from '../../../contracts/http/tasks';
import type { CommandInput, CommandKind } from '../../../contracts/loan/commands';
import { comments } from '../../../db/schema/tasks';
import { order } from '../../commands';
import { pageOf } from '../../cursor';
import { claimTask, isFor, releaseTask } from '../../intake/claim-task';
import { storeComment } from '../../intake/comment';
import { actorOf } from '../../plugins/authentication';
import { presentTask } from '../../present/task';
import { ProblemError } from '../../problem';
import { textOf } from '../../reads/comments';
import { guardWithAmount, listTasks, type NamedVote, taskFor, votesOn } from '../../reads/tasks';
import { requireIfMatch, withVersion } from '../../versions';
import type { RouteDeps } from './deps';
import { listName, placeAfter } from './page';

const tags = ['Tasks'];
const params = z.strictObject({ id: Id('task') });

/** The work of people: lists, claim and release, and decisions. */
export const tasks: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const { db, vault, clock, cursors } = deps;

  app.get(
    '/tasks',
    {
      schema: {
        operationId: 'listTasks',
        summary: 'List tasks, the most urgent first',
        tags,
        querystring: ListTasks,
        response: { 200: Page(Task), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Task'),
    },
    async (request) => {
      const name = listName('tasks', request.query);
      const after = placeAfter(cursors, name, request.query.cursor, 2);
      const rows = await listTasks(db, actorOf(request), request.query, after);
      return pageOf(rows, request.query.limit, presentTask, ({ task }) =>
        cursors.seal(name, [task.dueAt.toISOString(), task.id]),
      );
    },
  );

  app.get(
    '/tasks/:id',
    {
      schema: {
        operationId: 'getTask',
        summary: 'Read a task with its votes',
        tags,
        params,
        response: { 200: TaskDetail, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Task'),
    },
    async (request, reply) => {
      const found = await taskFor(db, actorOf(request), request.params.id);
      const votes = await votesOn(db, found.task.id);
      const said = await commentsOf(votes);
      return withVersion(reply, found.task.version).send({
        ...presentTask(found),
        votes: votes.map((vote) => presentVote(vote, said)),
      });
    },
  );

  const commentsOf = async (votes: readonly NamedVote[]): Promise<Map<string, string>> => {
    const ids = votes.flatMap(({ vote: { commentId } }) => (commentId === null ? [] : [commentId]));
    if (ids.length === 0) return new Map();
    const rows = await db.select().from(comments).where(inArray(comments.id, ids));
    return new Map(rows.map((row) => [row.id, textOf(vault, row)]));
  };

  app.post(
    '/tasks/:id/claim',
    {
      schema: {
        operationId: 'claimTask',
        summary: 'Claim a task, or take it over',
        tags,
        params,
        body: ClaimTask,
        response: { 200: Task, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('claim', 'Task'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { task } = await taskFor(db, actor, request.params.id);
      await claimTask(db, actor, task.id, request.body.takeOver, await clock.now(task.clockId));
      const claimed = await taskFor(db, actor, task.id);
      return withVersion(reply, claimed.task.version).send(presentTask(claimed));
    },
  );

  app.post(
    '/tasks/:id/release',
    {
      schema: {
        operationId: 'releaseTask',
        summary: 'Give a task back to its team',
        tags,
        params,
        response: { 200: Task, ...PROBLEM_RESPONSES },
      },
      config: { once: true },
      preHandler: app.can('claim', 'Task'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { task } = await taskFor(db, actor, request.params.id);
      await releaseTask(db, actor, task.id, await clock.now(task.clockId));
      const released = await taskFor(db, actor, task.id);
      return withVersion(reply, released.task.version).send(presentTask(released));
    },
  );

  app.post(
    '/tasks/:id/decision',
    {
      schema: {
        operationId: 'decideTask',
        summary: 'Decide a task',
        tags,
        params,
        body: DecideTask,
        response: { 200: Command, 202: Command, ...PROBLEM_RESPONSES },
      },
      config: { once: true, versioned: true },
      preHandler: app.can('decide', 'Task'),
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { status, command } = await order(deps, request, reply, async () => {
        const found = await taskFor(db, actor, request.params.id);
        const { task } = found;
        requireIfMatch(request, task.version);
        if (task.status !== 'open') throw new ProblemError('TASK_NOT_OPEN');
        if (!isFor(actor, task)) throw new ProblemError('NOT_AUTHORISED');
        if (task.assigneeId !== null && task.assigneeId !== actor.id) throw new ProblemError('TASK_CLAIMED');
        if (!actor.ability.can('decide', await guardWithAmount(db, found)))
          throw new ProblemError('AMOUNT_ABOVE_AUTHORITY');
        const { id: taskId, applicationId, clockId } = task;
        const at = await clock.now(clockId);
        const said = { subjectId: taskId, authorId: actor.id, text: request.body.comment, at };
        const commentId = await storeComment(db, vault, request.makeId('cmt'), said);
        const { kind, args } = commandOf(request.body);
        return { applicationId, clockId, kind, command: { actorId: actor.id, taskId, commentId, ...args } };
      });
      return reply.code(status).send(command);
    },
  );
};

function presentVote({ vote, actorName }: NamedVote, said: Map<string, string>) {
  const { actorId, decision, reasonCodes, channel, votedAt, commentId } = vote;
  return {
    ...{ actorId, actorName, decision, reasonCodes, channel },
    conditions: (vote.conditions ?? null) as Record<string, unknown> | null,
    votedAt: votedAt.toISOString(),
    comment: commentId === null ? null : (said.get(commentId) ?? null),
  };
}

/** The workflow command that a decision is. */
function commandOf(body: DecideTask): { kind: CommandKind; args: Partial<CommandInput> } {
  switch (body.decision) {
    case 'approve':
      return { kind: 'approve', args: { conditions: body.conditions, reasonCodes: body.reasonCodes } };
    case 'reject':
      return { kind: 'reject', args: { reasonCodes: body.reasonCodes } };
    case 'return':
      return { kind: 'returnForDocuments', args: { reasonCodes: body.documents } };
    case 'complete':
      return {
        kind: 'completeTask',
        args: { reasonCodes: body.reasonCodes, terms: { ...body.terms, outcome: body.outcome } },
      };
  }
}

import { api, oneKey } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf, Refusal } from '../../../api/problem';
import type { Group } from './groups';
import type { Told } from './outcomes-dialog';

export type Stuck = components['schemas']['ParkedLoan'];
const LOOK_EVERY_MS = 1_000;
/** A step that fails again may take its retries first; what is still at work after this is looked up in the list. */
const LOOKS = 60;

/** Every loan of a group, page after page. */
export async function membersOf({ reason }: Group): Promise<Stuck[]> {
  const found: Stuck[] = [];
  let cursor: string | undefined;
  do {
    const query = { reason: reason ?? undefined, cursor, limit: 200 };
    const page = answerOf(await api.GET('/v1/operations/parked', { params: { query } }));
    found.push(...page.data.filter((one) => one.reason === reason));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Resumes one loan under one key per wish and loan, so that a click repeated resumes nothing twice. */
export async function resumeOne(wish: string, id: string, comment: string): Promise<Told> {
  try {
    const command = answerOf(
      await api.POST('/v1/operations/parked/{id}/resume', {
        params: { header: oneKey(`${wish}-${id}`), path: { id } },
        body: { comment },
      }),
    );
    if (command.status === 'proposed') return { kind: 'proposed' };
    return command.status === 'refused'
      ? { kind: 'refused', code: command.refusal ?? '' }
      : { kind: 'working' };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.problem.title };
    throw error;
  }
}

/** Looks at a resumed loan until it has gone on to another step, or stands still again. */
export async function watch(before: Stuck): Promise<Told> {
  for (let looks = 0; looks < LOOKS; looks++) {
    await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
    const { parked, stageName } = answerOf(
      await api.GET('/v1/applications/{id}', { params: { path: { id: before.applicationId } } }),
    );
    if (parked === null) return { kind: 'wentOn', stage: stageName };
    if (parked.at !== before.parkedAt) return { kind: 'again', reason: parked.reason ?? 'UNKNOWN' };
  }
  return { kind: 'working' };
}

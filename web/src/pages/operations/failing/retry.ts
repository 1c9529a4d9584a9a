import { api, oneKey } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf, Refusal } from '../../../api/problem';
import type { Tell, Told } from '../parked/outcomes-dialog';
import { sideBySide } from '../parked/side-by-side';

export type Failing = components['schemas']['FailingStep'];
export type FailingGroup = components['schemas']['FailingGroup'];

const LOOK_EVERY_MS = 1_000;
/** A try takes a minute at most; what is still at work after this is looked up in the list. */
const LOOKS = 60;

/** Tries the failing step of one loan at once, and tells what came of it. */
export async function retryOne(wish: string, id: string, comment: string, tell: Tell): Promise<void> {
  try {
    answerOf(
      await api.POST('/v1/operations/failing/{id}/retry', {
        params: { header: oneKey(wish), path: { id } },
        body: { comment },
      }),
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(id, { kind: 'refused', code: error.problem.title });
    return;
  }
  tell(id, { kind: 'working' });
  tell(id, await watch(id));
}

/** Tries every failing step of a group at once, call after call until none is left, and tells what came of each. */
export async function retryGroup(
  wish: string,
  { error, step }: Pick<FailingGroup, 'error' | 'step'>,
  comment: string,
  tell: Tell,
): Promise<void> {
  const retried: string[] = [];
  // What fails again meanwhile was tried: it is not tried once more.
  let failedBefore: string | undefined;
  for (let left = 1, call = 0; left > 0; call++) {
    const answer = answerOf(
      await api.POST('/v1/operations/failing-groups/retry', {
        params: { header: oneKey(`${wish}-${call}`) },
        body: { error, step, comment, failedBefore },
      }),
    );
    for (const { applicationId, outcome } of answer.data) {
      tell(applicationId, { kind: 'working' });
      if (outcome === 'not_failing') tell(applicationId, await standing(applicationId));
      else retried.push(applicationId);
    }
    left = answer.data.length === 0 ? 0 : answer.left;
    failedBefore ??= answer.asOf;
  }
  await sideBySide(retried, async (id) => tell(id, await watch(id)));
}

/** Looks at a loan whose step was told to try at once until it succeeded, failed again or parked. */
async function watch(id: string): Promise<Told> {
  for (let looks = 0; looks < LOOKS; looks++) {
    await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
    const query = { applicationId: id, limit: 10 };
    const { data } = answerOf(await api.GET('/v1/operations/failing', { params: { query } }));
    if (data.length === 0) return standing(id);
    const again = data.find(({ retriedAt, lastFailedAt }) => retriedAt !== null && lastFailedAt > retriedAt);
    if (again !== undefined) return { kind: 'again', reason: again.error };
  }
  return { kind: 'working' };
}

/** Where a loan without a failing step stands. */
async function standing(id: string): Promise<Told> {
  const { parked, stageName } = answerOf(
    await api.GET('/v1/applications/{id}', { params: { path: { id } } }),
  );
  if (parked !== null) return { kind: 'parked', reason: parked.reason ?? 'UNKNOWN' };
  return { kind: 'wentOn', stage: stageName };
}

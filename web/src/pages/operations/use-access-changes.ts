import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { usePages } from '../../ui/use-pages';

export type AccessChange = components['schemas']['AccessChange'];

/** Changes of users and of roles that wait for a second administrator, newest first. */
export const useAccessChanges = () =>
  usePages<AccessChange>(
    ['access-changes'],
    async (cursor) =>
      answerOf(
        await api.GET('/v1/access-changes', { params: { query: { status: 'proposed', cursor, limit: 50 } } }),
      ),
    10_000,
  );

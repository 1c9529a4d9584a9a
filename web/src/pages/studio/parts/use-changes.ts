import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';

export type Change = components['schemas']['PolicyChange'];

/** How a version differs from the one in force, or the one that it was copied from. */
export const useChanges = (id: string, revision: number, against?: string) =>
  useQuery({
    queryKey: ['policies', id, 'changes', revision, against],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/policies/{id}/changes', {
          params: { path: { id }, query: against === undefined ? {} : { against } },
        }),
      ),
  });

/** Rows and cells of a decision table that differ, as the grid marks them. */
export function marksOf(changes: readonly Change[]): Set<string> {
  return new Set(
    changes.flatMap(({ kind, path }) => {
      const [table, rows, row, part, cell] = path;
      if (table !== 'table' || rows !== 'rows' || row === undefined || kind === 'removed') return [];
      return part === undefined ? [row] : cell === undefined ? [`${row}/${part}`] : [`${row}/${cell}`];
    }),
  );
}

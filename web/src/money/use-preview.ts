import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';

export type Asked = components['schemas']['PreviewOperation'];
export type Preview = components['schemas']['OperationPreview'];

/** What an operation would do to a loan, as the account stands now. */
export const usePreview = (loanId: string, asked: Asked | null) =>
  useQuery({
    queryKey: ['operation-preview', loanId, asked],
    queryFn: async () => {
      if (asked === null) throw new Error('nothing is asked');
      return answerOf(
        await api.POST('/v1/loans/{id}/operation-previews', {
          params: { path: { id: loanId } },
          body: asked,
        }),
      );
    },
    enabled: asked !== null,
    staleTime: 0,
  });

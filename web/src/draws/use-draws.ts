import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';

export type LoanDraws = components['schemas']['LoanDraws'];

const isOpen = ({ status }: LoanDraws['payouts'][number]): boolean =>
  status === 'intent' || status === 'processing';

/** What of a loan is drawn; looked at more often while the bank works on a payout. */
export const useDraws = (loanId: string) =>
  useQuery({
    queryKey: ['draws', loanId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/loans/{id}/draws', { params: { path: { id: loanId } } })),
    refetchInterval: ({ state }) => (state.data?.payouts.some(isOpen) ? 2_000 : 10_000),
  });

/** What a loan's draws are headed by: a limit that revolves is more than its draws. */
export const titleOf = ({ revolving }: LoanDraws) => (revolving ? 'draws.line' : 'draws.title');

/** Whether the loan is drawn in stages; others need not be told of it. */
export const isStaged = ({ refusal }: LoanDraws): boolean => refusal !== 'DRAWING_NOT_AGREED';

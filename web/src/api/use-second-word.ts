import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { oneKey } from './client';
import { sameKey } from './same-key';

interface Word<Decision extends string> {
  decision: Decision;
  comment: string;
}

/** A decision with a comment on what another person asked for: the same word sent again decides nothing twice, and what is shown is read anew. */
export function useSecondWord<Decision extends string, Decided>(
  send: (header: ReturnType<typeof oneKey>, body: Word<Decision>) => Promise<Decided>,
  onDecided: (decided: Decided) => void,
) {
  const queries = useQueryClient();
  const [wish] = useState(() => crypto.randomUUID());
  const [comment, setComment] = useState('');
  const decide = useMutation({
    mutationFn: async (decision: Decision) => {
      const body = { decision, comment };
      return send(oneKey(await sameKey(wish, body)), body);
    },
    onSuccess: async (decided) => {
      onDecided(decided);
      await queries.invalidateQueries();
    },
  });
  return { comment, setComment, silent: comment.trim() === '', decide };
}

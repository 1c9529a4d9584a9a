import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { Refusal } from '../api/problem';
import { useWord } from '../i18n/use-text';
import { ProblemAlert } from '../ui/problem-alert';
import { Secondary } from '../ui/secondary';
import { useViewWords } from './use-view-words';
import type { SavedView } from './use-views';

/** Deletes a view, after saying for whom it is gone. */
export function DeleteView({ view, onDeleted }: { view: SavedView; onDeleted: () => Promise<void> }) {
  const say = useViewWords();
  const word = useWord();
  const [asked, setAsked] = useState(false);
  const { id, name, role } = view;
  const deleting = useMutation({
    mutationFn: async () => {
      const { error } = await api.DELETE('/v1/views/{id}', { params: { path: { id } } });
      if (error !== undefined) throw new Refusal(error);
    },
    onSuccess: onDeleted,
  });
  if (!asked)
    return (
      <Button danger onClick={() => setAsked(true)}>
        {say('delete')}
      </Button>
    );
  return (
    <>
      <Secondary>
        {role === null ? say('deleteOwn', { name }) : say('deleteShared', { name, role: word('role', role) })}
      </Secondary>
      <Button danger loading={deleting.isPending} onClick={() => deleting.mutate()}>
        {say('confirmDelete')}
      </Button>
      <ProblemAlert error={deleting.error} />
    </>
  );
}

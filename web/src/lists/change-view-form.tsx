import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, ifVersion } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';
import { ProblemAlert } from '../ui/problem-alert';
import { DeleteView } from './delete-view';
import { useViewWords } from './use-view-words';
import type { SavedView } from './use-views';
import { queryOf, SAVED } from './view-address';
import { type Said, ViewFields } from './view-fields';

interface ChangeViewFormProps {
  view: SavedView;
  stands: Readonly<Record<string, string>>;
  onBack: () => void;
  onGo: (view: SavedView | undefined) => void;
}

/** Renames a view, gives it to a role, lets it open by itself, overwrites or deletes it. */
export function ChangeViewForm({ view, stands, onBack, onGo }: ChangeViewFormProps) {
  const say = useViewWords();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const { id, list, version, name, role, isDefault } = view;
  const [said, setSaid] = useState<Said>({ name, role, isDefault });
  const again = () => queries.invalidateQueries({ queryKey: ['views', list] });
  const changing = useMutation({
    mutationFn: async (body: components['schemas']['ChangeView']) =>
      answerOf(
        await api.PATCH('/v1/views/{id}', {
          params: { path: { id }, header: ifVersion(version) },
          body,
        }),
      ),
    onSuccess: async (changed, { query }) => {
      await again();
      if (query === undefined) onBack();
      else onGo(changed);
    },
    onError: again,
  });
  const ofOne = search.has('customer');
  return (
    <Flex vertical gap={8} className="view-menu">
      <h2 className="panel-title">{say('changeOf', { name })}</h2>
      <ViewFields said={said} onChange={setSaid} />
      <Button
        type="primary"
        disabled={said.name.trim() === ''}
        loading={changing.isPending}
        onClick={() => changing.mutate(said)}
      >
        {say('save')}
      </Button>
      <Button
        disabled={ofOne || changing.isPending}
        title={ofOne ? say('oneCustomer') : say('keepNote')}
        onClick={() => changing.mutate({ query: queryOf(search, stands) })}
      >
        {say('overwrite')}
      </Button>
      <DeleteView
        view={view}
        onDeleted={async () => {
          await again();
          if (search.get(SAVED) === id) onGo(undefined);
          else onBack();
        }}
      />
      <Button type="link" onClick={onBack}>
        {say('back')}
      </Button>
      <ProblemAlert error={changing.error} />
    </Flex>
  );
}

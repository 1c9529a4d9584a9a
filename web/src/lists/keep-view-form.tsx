import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, oneKey } from '../api/client';
import { answerOf } from '../api/problem';
import { ProblemAlert } from '../ui/problem-alert';
import { Secondary } from '../ui/secondary';
import { useViewWords } from './use-view-words';
import type { SavedView, ViewedList } from './use-views';
import { queryOf } from './view-address';
import { type Said, ViewFields } from './view-fields';

interface KeepViewFormProps {
  list: ViewedList;
  stands: Readonly<Record<string, string>>;
  onKept: (view: SavedView) => void;
}

/** Keeps what the list shows under a name. */
export function KeepViewForm({ list, stands, onKept }: KeepViewFormProps) {
  const say = useViewWords();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const [said, setSaid] = useState<Said>({ name: '', role: null, isDefault: false });
  const keeping = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/views', {
          params: { header: oneKey() },
          body: { list, ...said, query: queryOf(search, stands) },
        }),
      ),
    onSuccess: async (view) => {
      await queries.invalidateQueries({ queryKey: ['views', list] });
      onKept(view);
    },
  });
  const ofOne = search.has('customer');
  return (
    <Flex vertical gap={8}>
      <h3 className="panel-title">{say('keep')}</h3>
      <Secondary>{say(ofOne ? 'oneCustomer' : 'keepNote')}</Secondary>
      <ViewFields said={said} onChange={setSaid} />
      <Button
        type="primary"
        disabled={ofOne || said.name.trim() === ''}
        loading={keeping.isPending}
        onClick={() => keeping.mutate()}
      >
        {say('save')}
      </Button>
      <ProblemAlert error={keeping.error} />
    </Flex>
  );
}

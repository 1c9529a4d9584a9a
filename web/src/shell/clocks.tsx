import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Space, Tooltip } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../api/client';
import { answerOf } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';
import { PlainSelect } from '../ui/plain-select';
import { ProblemAlert } from '../ui/problem-alert';
import { exactly } from '../ui/when';

const DAY_MS = 86_400_000;
const STEPS = [
  { key: 'clock.day', ms: DAY_MS },
  { key: 'clock.month', ms: 30 * DAY_MS },
] as const;

/** The test clocks there are, and the ways to move them on. */
export function Clocks() {
  const say = useText();
  const language = useLanguage();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const clocks = useQuery({
    queryKey: ['clocks'],
    queryFn: async () =>
      answerOf(await api.GET('/v1/test-clocks', { params: { query: { limit: 50 } } })).data,
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === 'advancing') ? 1_000 : false,
  });
  const all = clocks.data ?? [];
  const clock = all.find(({ id }) => id === chosen) ?? all[0];
  const advance = useMutation({
    mutationFn: async ({ id, ...body }: { id: string } & ({ to: string } | { until: 'next_event' })) =>
      answerOf(
        await api.POST('/v1/test-clocks/{id}/advance', {
          params: { header: oneKey(), path: { id } },
          body,
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  });
  const create = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/test-clocks', {
          params: { header: oneKey() },
          body: { name: say('clock.name') },
        }),
      ),
    onSuccess: ({ id }) => setChosen(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['clocks'] }),
  });
  const busy = advance.isPending || clock?.status === 'advancing';
  return (
    <Space wrap size={8}>
      {clock && (
        <>
          <PlainSelect<string>
            label={say('clock.which')}
            value={clock.id}
            onChange={setChosen}
            options={all.map(({ id, name, now }) => ({
              value: id,
              label: `${name} · ${exactly(now, language)}`,
            }))}
          />
          {STEPS.map(({ key, ms }) => (
            <Button
              key={key}
              size="small"
              loading={busy}
              onClick={() =>
                advance.mutate({
                  id: clock.id,
                  to: new Date(new Date(clock.now).getTime() + ms).toISOString(),
                })
              }
            >
              {say(key)}
            </Button>
          ))}
        </>
      )}
      {clock && (
        <Tooltip
          title={
            clock.nextWaitAt === null
              ? say('clock.noNext')
              : say('clock.nextAt', { at: exactly(clock.nextWaitAt, language) })
          }
        >
          <Button
            size="small"
            loading={busy}
            disabled={clock.nextWaitAt === null}
            onClick={() => advance.mutate({ id: clock.id, until: 'next_event' })}
          >
            {say('clock.next')}
          </Button>
        </Tooltip>
      )}
      <Button size="small" onClick={() => create.mutate()} loading={create.isPending}>
        {say('clock.new')}
      </Button>
      <ProblemAlert error={advance.error ?? create.error} />
    </Space>
  );
}

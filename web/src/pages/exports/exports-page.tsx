import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Flex, Progress } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { usePageSay } from '../../i18n/page-words';
import { ANY_TYPE } from '../../lists/file-of';
import { save } from '../../ui/csv';
import { AT_REST, ListTable } from '../../ui/list-table';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { RowCard } from '../../ui/row-card';
import { Secondary } from '../../ui/secondary';
import { When } from '../../ui/when';
import { exportsEn } from './words.en';
import { exportsZh } from './words.zh';

type Export = components['schemas']['ListExport'];
const WORDS = { 'zh-CN': exportsZh, en: exportsEn };
const POLL_MS = 1_500;

const underWay = ({ state }: Export) => state === 'queued' || state === 'running';

/** Exports that were asked for in the background: how far each is, and its file once it is written. */
export function Component() {
  const say = usePageSay(WORDS);
  const all = useQuery({
    queryKey: ['exports'],
    queryFn: async () => answerOf(await api.GET('/v1/exports')).data,
    refetchInterval: ({ state }) => (state.data?.some(underWay) ? POLL_MS : false),
  });
  return (
    <Page title={say('title')} name={say('title')}>
      <Secondary>{say('note')}</Secondary>
      <Loaded query={all}>
        {(rows) => (
          <ListTable<Export>
            {...AT_REST}
            rowKey={({ id }) => id}
            rows={rows}
            empty={say('empty')}
            card={(one) => (
              <RowCard
                title={`${say(`list.${one.list}`)} · ${say(`format.${one.format}`)}`}
                figure={say(`state.${one.state}`)}
                note={<HowFar one={one} />}
                standing={<Fetch one={one} />}
              />
            )}
            columns={[
              { key: 'list', title: say('list'), render: (_, { list }) => say(`list.${list}`) },
              { key: 'format', title: say('format'), render: (_, { format }) => say(`format.${format}`) },
              { key: 'state', title: say('state'), render: (_, { state }) => say(`state.${state}`) },
              { key: 'rows', title: say('rows'), render: (_, one) => <HowFar one={one} /> },
              { key: 'asked', title: say('asked'), render: (_, one) => <When at={one.requestedAt} /> },
              {
                key: 'kept',
                title: say('kept'),
                render: (_, { keptUntil }) => (keptUntil === null ? '—' : <When at={keptUntil} />),
              },
              { key: 'fetch', title: '', render: (_, one) => <Fetch one={one} /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}

function HowFar({ one }: { one: Export }) {
  const say = usePageSay(WORDS);
  const language = useLanguage();
  const { rows, rowsExpected, leftOff } = one;
  const done = rows.toLocaleString(language);
  if (!underWay(one)) return leftOff ? `${done} · ${say('leftOff')}` : done;
  const all = Math.max(rows, rowsExpected);
  return (
    <Flex vertical>
      <Progress
        size="small"
        aria-label={say('progress')}
        percent={all === 0 ? 0 : Math.min(99, Math.round((rows * 100) / all))}
      />
      <Secondary>{say('of', { done, all: all.toLocaleString(language) })}</Secondary>
    </Flex>
  );
}

function Fetch({ one }: { one: Export }) {
  const say = usePageSay(WORDS);
  const fetching = useMutation({
    mutationFn: async () => {
      const file: unknown = answerOf(
        await api.GET('/v1/exports/{id}/file', {
          params: { path: { id: one.id } },
          headers: ANY_TYPE,
          parseAs: 'blob',
        }),
      );
      if (file instanceof Blob) save(file, `${one.list}-${one.id.slice(-6)}.${one.format}`);
    },
  });
  const ready = one.state === 'ready';
  return (
    <>
      <Button
        size="small"
        disabled={!ready}
        title={
          ready
            ? undefined
            : say(one.state === 'failed' || one.state === 'expired' ? `state.${one.state}` : 'notYet')
        }
        loading={fetching.isPending}
        onClick={() => fetching.mutate()}
      >
        {say('fetch')}
      </Button>
      <ProblemAlert error={fetching.error} />
    </>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { api, oneKey } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';
import { useText } from '../i18n/use-text';
import { save } from '../ui/csv';
import { ProblemAlert } from '../ui/problem-alert';

/** A list with its filters, as an export in the background takes it. */
export type AskExport = components['schemas']['AskExport'];

const FORMATS = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof FORMATS)[number];

/** Up to so many rows a file comes at once; a longer one is written in the background. */
const AT_ONCE = 20_000;

interface SaveListProps {
  name: string;
  /** About how many rows the filters leave. */
  count: () => Promise<number>;
  read: (format: FileFormat) => Promise<unknown>;
  ask: (format: FileFormat) => AskExport;
}

/** Saves the whole list under the filters on screen, as the server writes it: at once, or in the background where it is long. */
export function SaveList({ name, count, read, ask }: SaveListProps) {
  const say = useText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const saving = useMutation({
    mutationFn: async (format: FileFormat) => {
      if ((await count()) <= AT_ONCE) return { format, file: await read(format) };
      answerOf(await api.POST('/v1/exports', { params: { header: oneKey() }, body: ask(format) }));
      return { format, file: null };
    },
    onSuccess: async ({ format, file }) => {
      if (file instanceof Blob) {
        save(file, `${name}.${format}`);
        void message.info(say('list.fileNote'));
        return;
      }
      void message.info(
        <>
          {say('list.inBackground')} <Link to="/exports">{say('list.seeExports')}</Link>
        </>,
        10,
      );
      await queries.invalidateQueries({ queryKey: ['exports'] });
    },
  });
  return (
    <>
      {FORMATS.map((format) => (
        <Button
          key={format}
          title={say('list.fileNote')}
          loading={saving.isPending && saving.variables === format}
          disabled={saving.isPending}
          onClick={() => saving.mutate(format)}
        >
          {say(`list.${format}`)}
        </Button>
      ))}
      <Link to="/exports" className="ant-btn ant-btn-link">
        {say('list.exports')}
      </Link>
      <ProblemAlert error={saving.error} />
    </>
  );
}

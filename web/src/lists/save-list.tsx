import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useText } from '../i18n/use-text';
import { save } from '../ui/csv';
import { ProblemAlert } from '../ui/problem-alert';

const FORMATS = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof FORMATS)[number];

/** A list as a file, and whether it was too long for one. */
export interface ListFile {
  file: unknown;
  leftOff: boolean;
}

interface SaveListProps {
  name: string;
  read: (format: FileFormat) => Promise<ListFile>;
}

/** Saves the whole list under the filters on screen, as the server writes it. */
export function SaveList({ name, read }: SaveListProps) {
  const say = useText();
  const { message } = App.useApp();
  const saving = useMutation({
    mutationFn: async (format: FileFormat) => ({ format, ...(await read(format)) }),
    onSuccess: ({ format, file, leftOff }) => {
      if (file instanceof Blob) save(file, `${name}.${format}`);
      void message.info(say(leftOff ? 'list.leftOff' : 'list.fileNote'));
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
      <ProblemAlert error={saving.error} />
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useText } from '../i18n/use-text';
import { save } from '../ui/csv';
import { ProblemAlert } from '../ui/problem-alert';

export type FileFormat = 'csv' | 'xlsx';

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
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'csv', label: say('list.csv'), onClick: () => saving.mutate('csv') },
            { key: 'xlsx', label: say('list.xlsx'), onClick: () => saving.mutate('xlsx') },
          ],
        }}
      >
        <Button loading={saving.isPending}>{say('list.file')}</Button>
      </Dropdown>
      <ProblemAlert error={saving.error} />
    </>
  );
}

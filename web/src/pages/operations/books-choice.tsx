import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { permits, useInstallation, useSession } from '../../auth/session';
import { useText } from '../../i18n/use-text';

/** Whose books: the live ones, or those of a test clock, where there are such. */
export function BooksChoice({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (clock: string | undefined) => void;
}) {
  const say = useText();
  const session = useSession();
  const { testMode } = useInstallation();
  const clocks = useQuery({
    queryKey: ['clocks', 'books'],
    queryFn: async () =>
      answerOf(await api.GET('/v1/test-clocks', { params: { query: { limit: 100 } } })).data,
    enabled: testMode && permits(session, 'manage', 'TestClock'),
  });
  if (!clocks.data) return null;
  return (
    <Select
      allowClear
      aria-label={say('ledger.books')}
      placeholder={say('ledger.live')}
      value={value}
      style={{ minWidth: 180 }}
      onChange={onChange}
      options={clocks.data.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

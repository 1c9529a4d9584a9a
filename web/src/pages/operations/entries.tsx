import { DatePicker, Flex, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { ListTable } from '../../ui/list-table';
import { moneyText } from '../../ui/money-text';
import { ShortId } from '../../ui/short-id';
import { useFilters } from '../../ui/use-filters';
import { usePages } from '../../ui/use-pages';
import { Day } from '../../ui/when';
import { BooksChoice } from './books-choice';

type Entry = components['schemas']['JournalEntry'];

/** Entries of the books by day of booking and account. */
export function Entries() {
  const say = useText();
  const word = useWord();
  const today = dayjs().format('YYYY-MM-DD');
  const [{ from = today, to = today, account, books = 'live' }, setFilters] = useFilters([
    ...(['from', 'to', 'account', 'books'] as const),
  ]);
  const list = usePages<Entry>(['entries', from, to, account, books], async (cursor) =>
    answerOf(
      await api.GET('/v1/ledger/entries', {
        params: { query: { from, to, account, clockId: books, cursor, limit: 50 } },
      }),
    ),
  );
  const lines = (one: Entry) =>
    one.lines.map(({ accountCode, amountMinor }) => `${accountCode} ${moneyText(amountMinor)}`).join(' · ');
  const columns: TableColumnsType<Entry> = [
    { key: 'on', title: say('dash.day'), render: (_, one) => <Day on={one.bookedOn} /> },
    { key: 'kind', title: say('entries.kind'), render: (_, one) => word('entry', one.kind) },
    {
      ...{ key: 'loan', title: say('palette.loan') },
      render: (_, one) =>
        one.loanId === null ? '—' : <Link to={`/loans/${one.loanId}`}>{say('open')}</Link>,
    },
    {
      key: 'lines',
      title: say('ops.entries'),
      render: (_, one) => <span className="money">{lines(one)}</span>,
    },
    { key: 'id', title: say('number'), render: (_, one) => <ShortId id={one.id} /> },
  ];
  const day = (name: 'from' | 'to', value: string) => (
    <DatePicker
      aria-label={say(`find.${name}`)}
      allowClear={false}
      value={dayjs(value)}
      onChange={(next) => setFilters({ [name]: next?.format('YYYY-MM-DD') })}
    />
  );
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap>
        {day('from', from)}
        {day('to', to)}
        <BooksChoice
          value={books === 'live' ? undefined : books}
          onChange={(next) => setFilters({ books: next })}
        />
      </Flex>
      <ListTable<Entry>
        {...list}
        columns={columns}
        rowKey={(one) => one.id}
        empty={say('entries.none')}
        card={(one) => (
          <Flex vertical gap={4}>
            <Flex justify="space-between">
              <span>{word('entry', one.kind)}</span>
              <Day on={one.bookedOn} />
            </Flex>
            <span>{lines(one)}</span>
          </Flex>
        )}
      />
    </Flex>
  );
}

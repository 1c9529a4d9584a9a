import { DatePicker, Flex, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { CurrencyChoice } from '../../ui/currency-choice';
import { ListTable } from '../../ui/list-table';
import { Money } from '../../ui/money';
import { ShortId } from '../../ui/short-id';
import { useBooks } from '../../ui/use-books';
import { useFilters } from '../../ui/use-filters';
import { usePages } from '../../ui/use-pages';
import { Day } from '../../ui/when';
import { BooksChoice } from './books-choice';

type Entry = components['schemas']['JournalEntry'];

/** Entries of the books by day of booking, account and currency. */
export function Entries() {
  const say = useText();
  const word = useWord();
  const today = dayjs().format('YYYY-MM-DD');
  const [{ from = today, to = today, account, clock, currency }, setFilters] = useFilters([
    ...(['from', 'to', 'account', 'clock', 'currency'] as const),
  ]);
  const { currencies } = useBooks(clock);
  const list = usePages<Entry>(['entries', from, to, account, clock, currency], async (cursor) =>
    answerOf(
      await api.GET('/v1/ledger/entries', {
        params: { query: { from, to, account, currency, clockId: clock ?? 'live', cursor, limit: 50 } },
      }),
    ),
  );
  const lines = ({ id, currency: of, lines: all }: Entry) =>
    all.map(({ accountCode, amountMinor }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry never change, and have no other name
      <span key={`${id}/${at}`}>
        {at > 0 && ' · '}
        {accountCode} <Money minor={amountMinor} currency={of} />
      </span>
    ));
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
      render: (_, one) => lines(one),
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
      <Flex gap={8} wrap align="center">
        {day('from', from)}
        {day('to', to)}
        <BooksChoice value={clock} onChange={(next) => setFilters({ clock: next })} />
        <CurrencyChoice
          {...{ currencies, value: currency }}
          all={say('entries.allCurrencies')}
          onChange={(next) => setFilters({ currency: next })}
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

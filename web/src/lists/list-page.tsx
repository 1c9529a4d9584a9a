import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';
import type { TextKey } from '../i18n/zh';
import { ChooseColumns } from '../ui/choose-columns';
import { ListTable } from '../ui/list-table';
import { Page } from '../ui/page';
import { PlainSelect } from '../ui/plain-select';
import { Secondary } from '../ui/secondary';
import { useNarrow } from '../ui/use-media';
import { usePages } from '../ui/use-pages';
import type { Columns } from '../ui/wide-table';
import { Conditions } from './conditions';
import type { Field } from './fields';
import { type AskExport, type FileFormat, SaveList } from './save-list';
import { UnderView } from './under-view';
import { DENSITIES, type Density, type useListView } from './use-list-view';
import type { ViewedList } from './use-views';
import { Views } from './views';

/** Orders that have a name in both languages. */
export type OrderName = TextKey extends infer K ? (K extends `order.${infer O}` ? O : never) : never;
export type ListColumns<Row> = (Columns<Row>[number] & { key: string; title: string })[];

interface ListPageProps<Row extends object, S extends OrderName> {
  name: ViewedList;
  title: string;
  fields: readonly Field[];
  orders: readonly S[];
  view: ReturnType<typeof useListView<S>>;
  columns: ListColumns<Row>;
  rowKey: (row: Row) => string;
  onOpen: (row: Row) => void;
  card: (row: Row) => ReactNode;
  empty: string;
  read: (cursor: string | undefined) => Promise<{ data: Row[]; nextCursor: string | null }>;
  estimate: () => Promise<number>;
  file: (format: FileFormat) => Promise<unknown>;
  ask: (format: FileFormat) => AskExport;
}

/** A list of the lender's business, under the view it opens with. */
export function ListPage<Row extends object, S extends OrderName>(props: ListPageProps<Row, S>) {
  return (
    <UnderView list={props.name}>
      <Listing<Row, S> {...props} />
    </UnderView>
  );
}

/** Conditions, order, columns, about how many, and the whole of the list as a file. */
function Listing<Row extends object, S extends OrderName>(props: ListPageProps<Row, S>) {
  const { name, title, fields, orders, view, columns, rowKey, onOpen, card, empty } = props;
  const say = useText();
  const language = useLanguage();
  const narrow = useNarrow();
  const { message } = App.useApp();
  const key = [name, view.where, view.sort, view.customerId, view.drill.query];
  const list = usePages<Row>([...key, 'rows'], props.read);
  const about = useQuery({
    queryKey: [...key, 'estimate'],
    queryFn: props.estimate,
    enabled: list.more !== undefined,
    staleTime: 60_000,
  });
  const whole = list.more === undefined && !list.loading && list.error === null;
  const known = whole ? list.rows.length : about.data;
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href);
    void message.success(say('list.linkCopied'));
  };
  return (
    <Page
      title={
        <>
          {title}{' '}
          {known !== undefined && (
            <Secondary className="list-count">
              {whole
                ? known.toLocaleString(language)
                : say('list.about', { n: Math.max(known, list.rows.length).toLocaleString(language) })}
            </Secondary>
          )}
        </>
      }
      name={title}
      extra={
        <Flex gap={8} wrap>
          <Button onClick={() => void copyLink()}>{say('list.link')}</Button>
          <SaveList
            name={name}
            count={async () => known ?? (await props.estimate())}
            read={props.file}
            ask={props.ask}
          />
        </Flex>
      }
    >
      <Flex wrap gap={8} align="center">
        <Views list={name} stands={{ sort: view.sort ?? '-id' }} />
        <Conditions fields={fields} where={view.where} onChange={view.setWhere} />
        {view.drill.said.length > 0 && (
          <Button onClick={view.drill.clear} title={say('drill.clear')}>
            {`${view.drill.said.join(' · ')} ✕`}
          </Button>
        )}
        {view.customerId && <Button onClick={view.anyCustomer}>{say('filter.customerOff')}</Button>}
        <PlainSelect<S>
          label={say('list.order')}
          value={view.sort}
          onChange={(next) => next && view.setSort(next)}
          options={orders.map((value) => ({ value, label: say(`order.${value}`) }))}
        />
        {!narrow && (
          <>
            <PlainSelect<Density>
              label={say('list.density')}
              value={view.density}
              onChange={(next) => next && view.setDensity(next)}
              options={DENSITIES.map((value) => ({ value, label: say(`density.${value}`) }))}
            />
            <ChooseColumns all={columns} hidden={view.hidden} onChange={view.setHidden} />
          </>
        )}
      </Flex>
      <div className={view.density}>
        <ListTable<Row>
          {...list}
          columns={columns.filter((column) => !view.hidden.includes(column.key))}
          rowKey={rowKey}
          onOpen={onOpen}
          empty={empty}
          card={card}
        />
      </div>
    </Page>
  );
}

import { Flex } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import type { Field } from '../../lists/fields';
import { ANY_TYPE } from '../../lists/file-of';
import { type ListColumns, ListPage } from '../../lists/list-page';
import { useListView } from '../../lists/use-list-view';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { ShortId } from '../../ui/short-id';
import { When } from '../../ui/when';
import { FindCustomer } from './find-customer';

type Customer = components['schemas']['Customer'];
const ORDERS = ['-id', 'id'] as const;

/** Customers, masked; somebody particular is found by a whole number, phone or name. */
export function Component() {
  const say = useText();
  const word = useWord();
  const navigate = useNavigate();
  const view = useListView(ORDERS);
  const [found, setFound] = useState<Customer[]>();
  const fields: readonly Field[] = [
    {
      ...{ field: 'kind', label: say('customer.kind'), kind: 'code' },
      options: ['person', 'company'].map((value) => ({ value, label: word('customerKind', value) })),
    },
    { field: 'created', label: say('customer.since'), kind: 'day' },
  ];
  const columns = [
    { key: 'name', title: say('name'), render: (_: unknown, one: Customer) => one.name },
    {
      key: 'kind',
      title: say('customer.kind'),
      render: (_: unknown, one: Customer) => word('customerKind', one.kind),
    },
    { key: 'idNo', title: say('idNo'), render: (_: unknown, one: Customer) => one.idNo },
    { key: 'phone', title: say('phone'), render: (_: unknown, one: Customer) => one.phone ?? '—' },
    {
      key: 'at',
      title: say('customer.since'),
      render: (_: unknown, one: Customer) => <When at={one.createdAt} />,
    },
    { key: 'id', title: say('number'), render: (_: unknown, one: Customer) => <ShortId id={one.id} /> },
  ] satisfies ListColumns<Customer>;
  const open = (one: Customer) => void navigate(`/customers/${one.id}`);
  const card = (one: Customer) => (
    <Flex justify="space-between" wrap gap={4}>
      <strong>{one.name}</strong>
      <span>{one.idNo}</span>
    </Flex>
  );
  const query = { where: view.where, sort: view.sort };
  return (
    <Flex vertical gap={16}>
      <FindCustomer onFound={setFound} />
      {found === undefined ? (
        <ListPage<Customer, (typeof ORDERS)[number]>
          name="customers"
          title={say('nav.customers')}
          fields={fields}
          orders={ORDERS}
          view={view}
          columns={columns}
          rowKey={(one) => one.id}
          onOpen={open}
          empty={say('customers.empty')}
          read={async (cursor) =>
            answerOf(await api.GET('/v1/customers', { params: { query: { ...query, cursor, limit: 50 } } }))
          }
          estimate={async () => answerOf(await api.GET('/v1/customers/estimate', { params: { query } })).rows}
          ask={(format) => ({ list: 'customers', format, filters: { ...query, sort: view.sort ?? '-id' } })}
          file={async (format) =>
            answerOf(
              await api.GET('/v1/customers', {
                params: { query: { ...query, format } },
                headers: ANY_TYPE,
                parseAs: 'blob',
              }),
            )
          }
          card={card}
        />
      ) : (
        <Page title={say('customers.found', { n: found.length })} name={say('nav.customers')}>
          <ListTable<Customer>
            rows={found}
            columns={columns}
            rowKey={(one) => one.id}
            loading={false}
            error={null}
            empty={say('customers.searchEmpty')}
            more={undefined}
            onOpen={open}
            card={card}
          />
        </Page>
      )}
    </Flex>
  );
}

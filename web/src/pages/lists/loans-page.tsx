import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { currencyField, currencyUnder } from '../../lists/by-currency';
import type { Field } from '../../lists/fields';
import { ANY_TYPE } from '../../lists/file-of';
import { type ListColumns, ListPage } from '../../lists/list-page';
import { useListView } from '../../lists/use-list-view';
import { InCurrency } from '../../ui/currency';
import { Money } from '../../ui/money';
import { RowCard } from '../../ui/row-card';
import { ShortId } from '../../ui/short-id';
import { LoanStatusTag } from '../../ui/stage-tag';
import { useProducts } from '../../ui/use-products';
import { Day } from '../../ui/when';

type Listed = components['schemas']['LoanListed'];
const STATUSES = ['pending', 'active', 'overdue', 'settled', 'written_off', 'transferred'] as const;

const CLASSES = ['pass', 'special_mention', 'substandard', 'doubtful', 'loss'];
const BUCKETS = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M6+'].map((value) => ({ value, label: value }));
const ORDERS = ['-id', 'id', '-days', '-outstanding', '-principal', 'nextDue'] as const;

/** Loans, with figures as of the last booking. */
export function Component() {
  const say = useText();
  const word = useWord();
  const navigate = useNavigate();
  const named = useNamed();
  const { products, nameOf } = useProducts();
  const view = useListView(ORDERS);
  const code = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: word(group, value) }));
  const fields: readonly Field[] = [
    { field: 'status', label: say('loan.status'), kind: 'code', options: code('loanStatus', STATUSES) },
    {
      ...{ field: 'product', label: say('product'), kind: 'code' },
      options: products.map(({ code: value, names }) => ({ value, label: named(names) })),
    },
    { field: 'days', label: say('loan.days'), kind: 'count' },
    { field: 'bucket', label: say('loan.bucket'), kind: 'code', options: BUCKETS },
    { field: 'class', label: say('loan.class'), kind: 'code', options: code('fiveClass', CLASSES) },
    ...currencyField(say('currency'), products, view.where),
    { field: 'principal', label: say('loan.principal'), kind: 'amount' },
    { field: 'outstanding', label: say('loan.outstanding'), kind: 'amount' },
    { field: 'overdue', label: say('loan.overdue'), kind: 'amount' },
    { field: 'nextDue', label: say('loan.nextDue'), kind: 'day' },
    { field: 'disbursed', label: say('loan.disbursedOn'), kind: 'day' },
    { field: 'maturity', label: say('loan.maturityOn'), kind: 'day' },
    { field: 'closed', label: say('loan.closedOn'), kind: 'day' },
  ];
  const query = {
    where: view.where,
    sort: view.sort,
    customerId: view.customerId,
    clockId: view.drill.query.clockId,
  };
  const columns = [
    { key: 'name', title: say('customer'), render: (_: unknown, one: Listed) => one.customerName },
    { key: 'product', title: say('product'), render: (_: unknown, one: Listed) => nameOf(one.productCode) },
    {
      key: 'status',
      title: say('loan.status'),
      render: (_: unknown, one: Listed) => <LoanStatusTag status={one.status} />,
    },
    {
      key: 'principal',
      title: say('loan.principal'),
      align: 'right' as const,
      render: (_: unknown, one: Listed) => <Money minor={one.principalMinor} currency={one.currency} />,
    },
    {
      key: 'outstanding',
      title: say('loan.outstanding'),
      align: 'right' as const,
      render: (_: unknown, one: Listed) => (
        <Money minor={one.outstandingPrincipalMinor} currency={one.currency} />
      ),
    },
    {
      key: 'overdue',
      title: say('loan.overdue'),
      align: 'right' as const,
      render: (_: unknown, one: Listed) => <Money minor={one.overdueMinor} currency={one.currency} />,
    },
    {
      key: 'days',
      title: say('loan.days'),
      align: 'right' as const,
      render: (_: unknown, one: Listed) => one.daysOverdue,
    },
    {
      key: 'next',
      title: say('loan.nextDue'),
      render: (_: unknown, one: Listed) => <Day on={one.nextDueOn} />,
    },
    {
      key: 'bookedTo',
      title: say('loan.bookedTo'),
      render: (_: unknown, one: Listed) => <Day on={one.bookedTo} />,
    },
    { key: 'id', title: say('number'), render: (_: unknown, one: Listed) => <ShortId id={one.id} /> },
  ] satisfies ListColumns<Listed>;
  return (
    <InCurrency code={currencyUnder(view.where, products)}>
      <ListPage<Listed, (typeof ORDERS)[number]>
        name="loans"
        title={say('nav.loans')}
        fields={fields}
        orders={ORDERS}
        view={view}
        columns={columns}
        rowKey={(one) => one.id}
        onOpen={(one) => void navigate(`/loans/${one.id}`)}
        empty={say('loans.empty')}
        read={async (cursor) =>
          answerOf(await api.GET('/v1/loans', { params: { query: { ...query, cursor, limit: 50 } } }))
        }
        estimate={async () => answerOf(await api.GET('/v1/loans/estimate', { params: { query } })).rows}
        ask={(format) => ({ list: 'loans', format, filters: { ...query, sort: view.sort ?? '-id' } })}
        file={async (format) =>
          answerOf(
            await api.GET('/v1/loans', {
              params: { query: { ...query, format } },
              headers: ANY_TYPE,
              parseAs: 'blob',
            }),
          )
        }
        card={(one) => (
          <RowCard
            title={one.customerName}
            figure={<Money minor={one.outstandingPrincipalMinor} currency={one.currency} />}
            note={nameOf(one.productCode)}
            standing={<LoanStatusTag status={one.status} />}
          />
        )}
      />
    </InCurrency>
  );
}

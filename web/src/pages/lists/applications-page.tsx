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
import { StageTag } from '../../ui/stage-tag';
import { STAGES } from '../../ui/stages';
import { useProducts } from '../../ui/use-products';
import { When } from '../../ui/when';

type Application = components['schemas']['Application'];
const OUTCOMES = ['DECLINED', 'WITHDRAWN', 'EXPIRED', 'REFUSED', 'CANCELLED', 'PAID_OFF', 'WRITTEN_OFF'];
const ROUTES = ['AUTO', 'OFFICER', 'OFFICER_SENIOR', 'COMMITTEE', 'DECLINE'];
const CHANNELS = ['app', 'dealer'];
const GRADES = ['A', 'B', 'C', 'D', 'E'].map((value) => ({ value, label: value }));
const ORDERS = ['-id', 'id', '-amount', 'since'] as const;

/** Applications: who asks for what, and where it stands. */
export function Component() {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const navigate = useNavigate();
  const { products, nameOf } = useProducts();
  const view = useListView(ORDERS);
  const code = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: word(group, value) }));
  const fields: readonly Field[] = [
    { field: 'stage', label: say('stage'), kind: 'code', options: code('stage', STAGES) },
    {
      ...{ field: 'product', label: say('product'), kind: 'code' },
      options: products.map(({ code: value, names }) => ({ value, label: named(names) })),
    },
    ...currencyField(say('currency'), products, view.where),
    { field: 'amount', label: say('amount.asked'), kind: 'amount' },
    { field: 'term', label: say('filter.term'), kind: 'count' },
    { field: 'created', label: say('appliedAt'), kind: 'day' },
    { field: 'since', label: say('filter.since'), kind: 'day' },
    { field: 'outcome', label: say('outcome'), kind: 'code', options: code('outcome', OUTCOMES) },
    { field: 'route', label: say('filter.route'), kind: 'code', options: code('route', ROUTES) },
    { field: 'grade', label: say('filter.grade'), kind: 'code', options: GRADES },
    { field: 'score', label: say('field.score'), kind: 'count' },
    { field: 'channel', label: say('channel'), kind: 'code', options: code('channel', CHANNELS) },
    { field: 'open', label: say('filter.open'), kind: 'flag' },
    { field: 'parked', label: say('filter.parked'), kind: 'flag' },
  ];
  const query = { where: view.where, sort: view.sort, customerId: view.customerId, ...view.drill.query };
  const columns = [
    { key: 'name', title: say('customer'), render: (_: unknown, one: Application) => one.customerName },
    {
      key: 'product',
      title: say('product'),
      render: (_: unknown, one: Application) => nameOf(one.productCode),
    },
    {
      key: 'amount',
      title: say('amount.asked'),
      align: 'right' as const,
      render: (_: unknown, one: Application) => <Money minor={one.amountMinor} currency={one.currency} />,
    },
    {
      key: 'term',
      title: say('term'),
      render: (_: unknown, one: Application) => say('months', { n: one.termMonths }),
    },
    {
      key: 'stage',
      title: say('stage'),
      render: (_: unknown, one: Application) => <StageTag stage={one.stage} names={one.stageName} />,
    },
    {
      key: 'waits',
      title: say('waits'),
      render: (_: unknown, one: Application) => word('wait', one.waitingFor),
    },
    {
      key: 'outcome',
      title: say('outcome'),
      render: (_: unknown, one: Application) => word('outcome', one.outcome),
    },
    {
      key: 'at',
      title: say('appliedAt'),
      render: (_: unknown, one: Application) => <When at={one.createdAt} />,
    },
    { key: 'id', title: say('number'), render: (_: unknown, one: Application) => <ShortId id={one.id} /> },
  ] satisfies ListColumns<Application>;
  return (
    <InCurrency code={currencyUnder(view.where, products)}>
      <ListPage<Application, (typeof ORDERS)[number]>
        name="applications"
        title={say('nav.applications')}
        fields={fields}
        orders={ORDERS}
        view={view}
        columns={columns}
        rowKey={(one) => one.id}
        onOpen={(one) => void navigate(`/applications/${one.id}`)}
        empty={say('applications.empty')}
        read={async (cursor) =>
          answerOf(await api.GET('/v1/applications', { params: { query: { ...query, cursor, limit: 50 } } }))
        }
        estimate={async () =>
          answerOf(await api.GET('/v1/applications/estimate', { params: { query } })).rows
        }
        ask={(format) => ({ list: 'applications', format, filters: { ...query, sort: view.sort ?? '-id' } })}
        file={async (format) =>
          answerOf(
            await api.GET('/v1/applications', {
              params: { query: { ...query, format } },
              headers: ANY_TYPE,
              parseAs: 'blob',
            }),
          )
        }
        card={(one) => (
          <RowCard
            title={one.customerName}
            figure={<Money minor={one.amountMinor} currency={one.currency} />}
            note={nameOf(one.productCode)}
            standing={<StageTag stage={one.stage} names={one.stageName} />}
          />
        )}
      />
    </InCurrency>
  );
}

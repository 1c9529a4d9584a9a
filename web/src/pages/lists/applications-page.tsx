import { Button, Flex, Select, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { ChooseColumns } from '../../ui/choose-columns';
import { saveCsv } from '../../ui/csv';
import { ListTable } from '../../ui/list-table';
import { Money, moneyText } from '../../ui/money';
import { Page } from '../../ui/page';
import { ShortId } from '../../ui/short-id';
import { StageTag } from '../../ui/stage-tag';
import { useFilters } from '../../ui/use-filters';
import { usePages } from '../../ui/use-pages';
import { useProducts } from '../../ui/use-products';
import { When } from '../../ui/when';

type Application = components['schemas']['Application'];
const STAGES = [
  'PRE_SCREEN',
  'SUPPLEMENT',
  'CONSENT',
  'FACTS',
  'DECISION',
  'APPROVAL',
  'DECLINED',
  'OFFER',
  'DISBURSEMENT',
  'ACCOUNT_CORRECTION',
  'REPAYING',
  'OVERDUE',
  'WRITTEN_OFF',
  'SETTLED',
  'CLOSED',
] as const;

/** Applications, newest first. */
export function Component() {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const navigate = useNavigate();
  const { products, nameOf } = useProducts();
  const [filters, setFilters] = useFilters(['stage', 'product', 'customer', 'hide']);
  const stage = STAGES.find((one) => one === filters.stage);
  const { product: productCode, customer: customerId } = filters;
  const hidden = (filters.hide ?? '').split(',');
  const list = usePages<Application>(['applications', stage, productCode, customerId], async (cursor) =>
    answerOf(
      await api.GET('/v1/applications', {
        params: { query: { stage, productCode, customerId, cursor, limit: 50 } },
      }),
    ),
  );
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
      render: (_: unknown, one: Application) => <Money minor={one.amountMinor} />,
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
  ] satisfies TableColumnsType<Application> & { key: string; title: string }[];
  const exportCsv = () =>
    saveCsv('applications.csv', [
      [
        say('number'),
        say('customer'),
        say('product'),
        say('amount.asked'),
        say('term'),
        say('stage'),
        say('appliedAt'),
      ],
      ...list.rows.map((one) => [
        one.id,
        one.customerName,
        nameOf(one.productCode),
        moneyText(one.amountMinor).replaceAll(',', ''),
        String(one.termMonths),
        named(one.stageName),
        one.createdAt,
      ]),
    ]);
  return (
    <Page
      title={say('nav.applications')}
      name={say('nav.applications')}
      extra={
        <Button onClick={exportCsv} disabled={list.rows.length === 0}>
          {say('export', { n: list.rows.length })}
        </Button>
      }
    >
      <Flex wrap gap={8}>
        <Select
          aria-label={say('stage')}
          allowClear
          placeholder={say('stage.any')}
          value={stage}
          onChange={(next) => setFilters({ stage: next })}
          style={{ minWidth: 180 }}
          options={STAGES.map((value) => ({ value, label: word('stage', value) }))}
        />
        <Select
          aria-label={say('product')}
          allowClear
          placeholder={say('product.any')}
          value={productCode}
          onChange={(next) => setFilters({ product: next })}
          style={{ minWidth: 180 }}
          options={products.map(({ code, names }) => ({ value: code, label: named(names) }))}
        />
        <ChooseColumns
          all={columns}
          hidden={hidden}
          onChange={(next) => setFilters({ hide: next.join(',') })}
        />
        {customerId && (
          <Button onClick={() => setFilters({ customer: undefined })}>{say('filter.customerOff')}</Button>
        )}
      </Flex>
      <ListTable<Application>
        {...list}
        columns={columns.filter(({ key }) => !hidden.includes(key))}
        rowKey={(one) => one.id}
        onOpen={(one) => void navigate(`/applications/${one.id}`)}
        empty={say('applications.empty')}
        card={(one) => (
          <Flex vertical gap={4}>
            <Flex justify="space-between">
              <strong>{one.customerName}</strong>
              <Money minor={one.amountMinor} />
            </Flex>
            <Flex justify="space-between">
              <span>{nameOf(one.productCode)}</span>
              <StageTag stage={one.stage} names={one.stageName} />
            </Flex>
          </Flex>
        )}
      />
    </Page>
  );
}

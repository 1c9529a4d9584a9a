import { Button, Flex, InputNumber, Select, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { ChooseColumns } from '../../ui/choose-columns';
import { saveCsv } from '../../ui/csv';
import { ListTable } from '../../ui/list-table';
import { Money, moneyText } from '../../ui/money';
import { Page } from '../../ui/page';
import { ShortId } from '../../ui/short-id';
import { LoanStatusTag } from '../../ui/stage-tag';
import { useFilters } from '../../ui/use-filters';
import { usePages } from '../../ui/use-pages';
import { useProducts } from '../../ui/use-products';
import { Day } from '../../ui/when';

type Listed = components['schemas']['LoanListed'];
const STATUSES = ['pending', 'active', 'overdue', 'settled', 'written_off', 'transferred'] as const;

/** Loans, newest first, with figures as of the last booking. */
export function Component() {
  const say = useText();
  const word = useWord();
  const navigate = useNavigate();
  const { nameOf } = useProducts();
  const [filters, setFilters] = useFilters(['status', 'overdue', 'customer', 'hide']);
  const status = STATUSES.find((one) => one === filters.status);
  const minDaysOverdue = filters.overdue === undefined ? undefined : Number(filters.overdue);
  const customerId = filters.customer;
  const hidden = (filters.hide ?? '').split(',');
  const list = usePages<Listed>(['loans', status, minDaysOverdue, customerId], async (cursor) =>
    answerOf(
      await api.GET('/v1/loans', {
        params: { query: { status, minDaysOverdue, customerId, cursor, limit: 50 } },
      }),
    ),
  );
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
    { key: 'id', title: say('number'), render: (_: unknown, one: Listed) => <ShortId id={one.id} /> },
  ] satisfies TableColumnsType<Listed> & { key: string; title: string }[];
  const plain = (minor: string) => moneyText(minor).replaceAll(',', '').replace('−', '-');
  const exportCsv = () =>
    saveCsv('loans.csv', [
      columns.map(({ title }) => title),
      ...list.rows.map((one) => [
        one.customerName,
        nameOf(one.productCode),
        word('loanStatus', one.status),
        plain(one.principalMinor),
        plain(one.outstandingPrincipalMinor),
        plain(one.overdueMinor),
        String(one.daysOverdue),
        one.nextDueOn ?? '',
        one.id,
      ]),
    ]);
  return (
    <Page
      title={say('nav.loans')}
      name={say('nav.loans')}
      extra={
        <Button onClick={exportCsv} disabled={list.rows.length === 0}>
          {say('export', { n: list.rows.length })}
        </Button>
      }
    >
      <Flex wrap gap={8}>
        <Select
          aria-label={say('loan.status')}
          allowClear
          placeholder={say('loan.anyStatus')}
          value={status}
          onChange={(next) => setFilters({ status: next })}
          style={{ minWidth: 160 }}
          options={STATUSES.map((value) => ({ value, label: word('loanStatus', value) }))}
        />
        <InputNumber
          aria-label={say('loan.daysAtLeast')}
          placeholder={say('loan.daysAtLeast')}
          min={0}
          precision={0}
          value={minDaysOverdue ?? null}
          onChange={(next) => setFilters({ overdue: next === null ? undefined : String(next) })}
          style={{ width: 190 }}
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
      <ListTable<Listed>
        {...list}
        columns={columns.filter(({ key }) => !hidden.includes(key))}
        rowKey={(one) => one.id}
        onOpen={(one) => void navigate(`/loans/${one.id}`)}
        empty={say('loans.empty')}
        card={(one) => (
          <Flex vertical gap={4}>
            <Flex justify="space-between">
              <strong>{one.customerName}</strong>
              <Money minor={one.outstandingPrincipalMinor} />
            </Flex>
            <Flex justify="space-between">
              <span>{nameOf(one.productCode)}</span>
              <LoanStatusTag status={one.status} />
            </Flex>
          </Flex>
        )}
      />
    </Page>
  );
}

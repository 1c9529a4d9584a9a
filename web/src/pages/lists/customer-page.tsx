import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { AT_REST, ListTable } from '../../ui/list-table';
import { Money } from '../../ui/money';
import { Loaded, Page } from '../../ui/page';
import { RowCard } from '../../ui/row-card';
import { ShortId } from '../../ui/short-id';
import { LoanStatusTag, StageTag } from '../../ui/stage-tag';
import { useProducts } from '../../ui/use-products';
import { When } from '../../ui/when';
import { Person } from '../decision/person';

type Application = components['schemas']['Application'];
type Loan = components['schemas']['LoanListed'];
/** The latest of each; the lists have the rest. */
const SHOWN = 5;

/** One customer, masked, with what they asked for and what they owe. */
export function Component() {
  const say = useText();
  const { id = '' } = useParams();
  return (
    <Page title={say('customer')} name={say('customer')} extra={<ShortId id={id} />}>
      <Person customerId={id} />
      <Card
        size="small"
        title={say('nav.loans')}
        extra={<Link to={`/loans?customer=${id}`}>{say('customer.loans')}</Link>}
      >
        <Loans customerId={id} />
      </Card>
      <Card
        size="small"
        title={say('nav.applications')}
        extra={<Link to={`/applications?customer=${id}`}>{say('customer.applications')}</Link>}
      >
        <Applications customerId={id} />
      </Card>
    </Page>
  );
}

function Loans({ customerId }: { customerId: string }) {
  const say = useText();
  const navigate = useNavigate();
  const { nameOf } = useProducts();
  const loans = useQuery({
    queryKey: ['loans', 'of', customerId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/loans', { params: { query: { customerId, limit: SHOWN } } })).data,
  });
  return (
    <Loaded query={loans}>
      {(rows) => (
        <ListTable<Loan>
          {...AT_REST}
          rowKey={(one) => one.id}
          rows={rows}
          onOpen={({ id }) => void navigate(`/loans/${id}`)}
          empty={say('customer.noLoans')}
          card={(one) => (
            <RowCard
              title={nameOf(one.productCode)}
              figure={<Money minor={one.outstandingPrincipalMinor} currency={one.currency} />}
              note={
                <>
                  {say('loan.overdue')} <Money minor={one.overdueMinor} currency={one.currency} />
                </>
              }
              standing={<LoanStatusTag status={one.status} />}
            />
          )}
          columns={[
            {
              key: 'product',
              title: say('product'),
              render: (_, one) => <Link to={`/loans/${one.id}`}>{nameOf(one.productCode)}</Link>,
            },
            {
              key: 'status',
              title: say('loan.status'),
              render: (_, { status }) => <LoanStatusTag status={status} />,
            },
            {
              key: 'outstanding',
              title: say('loan.outstanding'),
              align: 'right',
              render: (_, one) => <Money minor={one.outstandingPrincipalMinor} currency={one.currency} />,
            },
            {
              key: 'overdue',
              title: say('loan.overdue'),
              align: 'right',
              render: (_, one) => <Money minor={one.overdueMinor} currency={one.currency} />,
            },
            { key: 'days', title: say('loan.days'), align: 'right', render: (_, one) => one.daysOverdue },
          ]}
        />
      )}
    </Loaded>
  );
}

function Applications({ customerId }: { customerId: string }) {
  const say = useText();
  const word = useWord();
  const navigate = useNavigate();
  const { nameOf } = useProducts();
  const applications = useQuery({
    queryKey: ['applications', 'of', customerId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/applications', { params: { query: { customerId, limit: SHOWN } } })).data,
  });
  return (
    <Loaded query={applications}>
      {(rows) => (
        <ListTable<Application>
          {...AT_REST}
          rowKey={(one) => one.id}
          rows={rows}
          onOpen={({ id }) => void navigate(`/applications/${id}`)}
          empty={say('customer.noApplications')}
          card={(one) => (
            <RowCard
              title={nameOf(one.productCode)}
              figure={<Money minor={one.amountMinor} currency={one.currency} />}
              note={<When at={one.createdAt} />}
              standing={<StageTag stage={one.stage} names={one.stageName} />}
            />
          )}
          columns={[
            {
              key: 'product',
              title: say('product'),
              render: (_, one) => <Link to={`/applications/${one.id}`}>{nameOf(one.productCode)}</Link>,
            },
            {
              key: 'amount',
              title: say('amount.asked'),
              align: 'right',
              render: (_, one) => <Money minor={one.amountMinor} currency={one.currency} />,
            },
            {
              key: 'stage',
              title: say('stage'),
              render: (_, one) => <StageTag stage={one.stage} names={one.stageName} />,
            },
            { key: 'outcome', title: say('outcome'), render: (_, one) => word('outcome', one.outcome) },
            { key: 'at', title: say('appliedAt'), render: (_, one) => <When at={one.createdAt} /> },
          ]}
        />
      )}
    </Loaded>
  );
}

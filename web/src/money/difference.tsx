import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { Money } from '../ui/money';
import { Day } from '../ui/when';
import { WideTable } from '../ui/wide-table';
import { PlanDifference } from './plan-difference';
import { Posted } from './posted';
import type { Preview } from './use-preview';
import { useCode, useSay } from './use-words';

type Balance = keyof Preview['before']['balances'];

/** What an operation would change: how the loan stands, its plan, and the entries it would post. */
export function Difference({ preview }: { preview: Preview }) {
  const say = useSay();
  return (
    <Flex vertical gap={12}>
      <h3 className="panel-title">{say('order.standing')}</h3>
      <StandingDifference before={preview.before} after={preview.after} />
      <h3 className="panel-title">{say('order.plan')}</h3>
      <PlanDifference rows={preview.schedule} />
      <h3 className="panel-title">{say('order.entries')}</h3>
      <Posted entries={preview.entries} />
      {(preview.timeEntries ?? []).length > 0 && (
        <>
          <h3 className="panel-title">{say('order.timeEntries')}</h3>
          <Posted entries={preview.timeEntries} />
        </>
      )}
    </Flex>
  );
}

/** Figures before and after; what changes is marked by colour and by word. */
function StandingDifference({ before, after }: Pick<Preview, 'before' | 'after'>) {
  const say = useSay();
  const word = useCode();
  type Standing = Preview['before'];
  const line = (what: string, read: (of: Standing) => string | null, show: (of: Standing) => ReactNode) => ({
    what,
    changed: read(before) !== read(after),
    before: show(before),
    after: show(after),
  });
  const money = (what: string, read: (of: Standing) => string) =>
    line(what, read, (of) => <Money minor={read(of)} />);
  const balance = (what: string, name: Balance) => money(what, ({ balances }) => balances[name]);
  const day = (what: string, read: (of: Standing) => string | null) =>
    line(what, read, (of) => <Day on={read(of)} />);
  const rows = [
    line(
      say('order.status'),
      ({ status }) => status,
      ({ status }) => word('loanStatus', status),
    ),
    money(say('order.payoff'), ({ payoffMinor }) => payoffMinor),
    balance(say('loan.outstanding'), 'principalMinor'),
    balance(say('loan.overdue'), 'overdueMinor'),
    balance(say('order.interestDue'), 'interestDueMinor'),
    balance(say('loan.interestAccrued'), 'interestAccruedMinor'),
    balance(say('loan.penalty'), 'penaltyMinor'),
    balance(say('order.compound'), 'compoundMinor'),
    balance(say('order.fees'), 'feeMinor'),
    balance(say('loan.suspense'), 'suspenseMinor'),
    line(
      say('loan.days'),
      ({ daysOverdue }) => String(daysOverdue),
      ({ daysOverdue }) => String(daysOverdue),
    ),
    day(say('loan.nextDue'), ({ nextDue }) => nextDue?.on ?? null),
    line(
      say('order.nextAmount'),
      ({ nextDue }) => nextDue?.amountMinor ?? null,
      ({ nextDue }) => <Money minor={nextDue?.amountMinor ?? null} />,
    ),
    day(say('loan.maturityOn'), ({ maturityOn }) => maturityOn),
  ];
  return (
    <WideTable
      rowKey="what"
      dataSource={rows}
      columns={[
        { key: 'what', title: say('order.figure'), dataIndex: 'what' },
        { key: 'before', title: say('order.before'), align: 'right', dataIndex: 'before' },
        {
          key: 'after',
          title: say('order.after'),
          align: 'right',
          render: (_, row) => (
            <span className={row.changed ? 'differs' : ''}>
              {row.after}
              {row.changed && <span className="changed-word">{say('order.changed')}</span>}
            </span>
          ),
        },
      ]}
    />
  );
}

import { useText } from '../i18n/use-text';
import { Money } from './money';
import { Day } from './when';
import type { Columns } from './wide-table';

interface PlanRow {
  no: number;
  dueOn: string;
  principalMinor: string;
  interestMinor: string;
  totalMinor: string;
}

/** Columns of a repayment plan: which instalment, when it is due, principal, interest and their sum. */
export function usePlanColumns<Row extends PlanRow>(): Columns<Row> {
  const say = useText();
  return [
    { key: 'no', title: '#', dataIndex: 'no' },
    { key: 'due', title: say('plan.due'), render: (_, row) => <Day on={row.dueOn} /> },
    {
      ...{ key: 'principal', title: say('plan.principal'), align: 'right' },
      render: (_, row) => <Money minor={row.principalMinor} />,
    },
    {
      ...{ key: 'interest', title: say('plan.interest'), align: 'right' },
      render: (_, row) => <Money minor={row.interestMinor} />,
    },
    {
      ...{ key: 'total', title: say('plan.total'), align: 'right' },
      render: (_, row) => <Money minor={row.totalMinor} />,
    },
  ];
}

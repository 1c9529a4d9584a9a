import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useText, useWord } from '../../i18n/use-text';
import { ShortId } from '../../ui/short-id';
import { WorkflowLink } from '../../ui/workflow-link';

interface StuckLoan {
  applicationId: string;
  stage: string;
}

/** The way to a loan that does not get on. */
export function OpenLoan({ applicationId }: Pick<StuckLoan, 'applicationId'>) {
  const text = useText();
  return <Link to={`/applications/${applicationId}`}>{text('open')}</Link>;
}

/** Columns of loans that do not get on: which loan it is, what is told of its step, its workflow and what can be done. */
export function useStuckColumns<Row extends StuckLoan>(
  told: TableColumnsType<Row>,
  button: (row: Row) => React.ReactNode,
): TableColumnsType<Row> {
  const text = useText();
  const word = useWord();
  return [
    {
      key: 'id',
      title: text('application'),
      render: (_, one) => <OpenLoan applicationId={one.applicationId} />,
    },
    { key: 'number', title: text('number'), render: (_, one) => <ShortId id={one.applicationId} /> },
    { key: 'stage', title: text('stage'), render: (_, one) => word('stage', one.stage) },
    ...told,
    {
      key: 'history',
      title: text('workflow'),
      render: (_, one) => <WorkflowLink applicationId={one.applicationId} />,
    },
    { key: 'do', title: '', render: (_, one) => button(one) },
  ];
}

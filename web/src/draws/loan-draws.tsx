import { Card } from 'antd';
import { DrawFigures } from './draw-figures';
import { isStaged, titleOf, useDraws } from './use-draws';
import { useSay } from './use-words';

/** The draws of a loan on its page for staff; nothing of a loan that was paid out at once. */
export function LoanDraws({ loanId }: { loanId: string }) {
  const say = useSay();
  const { data } = useDraws(loanId);
  if (data === undefined || !isStaged(data)) return null;
  return (
    <Card size="small" title={<h2 className="panel-title">{say(titleOf(data))}</h2>}>
      <DrawFigures draws={data} />
    </Card>
  );
}

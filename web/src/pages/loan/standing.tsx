import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf, Refusal } from '../../api/problem';
import { useWord } from '../../i18n/use-text';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { Day } from '../../ui/when';
import { useCode, useSay } from '../portfolio/use-words';
import { Months } from './months';

type Standing = components['schemas']['LoanStanding'];

/** The standing by a day; null when no close has seen the loan by then. */
async function standingBy(id: string, asOf: string | undefined): Promise<Standing | null> {
  const answer = await api.GET('/v1/loans/{id}/standing', { params: { path: { id }, query: { asOf } } });
  try {
    return answerOf(answer);
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'NOT_FOUND') return null;
    throw error;
  }
}

/** How the last close of business judged the loan: class, stage, what is set aside for it, and its last 24 months. */
export function Standing({
  loanId,
  asOf,
  currency,
}: {
  loanId: string;
  asOf: string | undefined;
  currency: string;
}) {
  const say = useSay();
  const code = useCode();
  const word = useWord();
  const query = useQuery({
    queryKey: ['loan-standing', loanId, asOf],
    queryFn: () => standingBy(loanId, asOf),
  });
  const amount = (minor: string) => <Money minor={minor} currency={currency} />;
  return (
    <Card size="small" title={<h2 className="panel-title">{say('stand.title')}</h2>}>
      <Loaded query={query}>
        {(one) =>
          one === null ? (
            <Empty description={say('stand.none')} image={Empty.PRESENTED_IMAGE_SIMPLE} />
          ) : (
            <>
              <Facts
                items={[
                  [say('stand.on'), <Day key="on" on={one.closedOn} />],
                  [say('stand.class'), word('fiveClass', one.fiveClass)],
                  [say('stand.ownClass'), word('fiveClass', one.ownClass)],
                  [say('stand.stage'), code('ecl', String(one.stage))],
                  [say('port.loss'), amount(one.lossMinor)],
                  [say('port.exposure'), amount(one.exposureMinor)],
                  [say('stand.days'), `${one.daysOverdue} · ${one.bucket}`],
                  [say('stand.observed'), <Day key="until" on={one.observedUntil} />],
                  [say('stand.cleared'), <Day key="cleared" on={one.clearedOn} />],
                ]}
              />
              <h3 className="months-title">{say('stand.months')}</h3>
              {one.months24 === null || one.months24Until === null ? (
                say('stand.monthsNone')
              ) : (
                <Months codes={one.months24} until={one.months24Until} />
              )}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

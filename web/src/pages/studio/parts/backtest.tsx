import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Empty, Flex, Segmented, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useText } from '../../../i18n/use-text';
import { ProblemAlert } from '../../../ui/problem-alert';
import { Compared } from './backtest-result';
import { lenderToday } from './steps';

type Period = 'latest' | 'last' | 'month';
/** How many applications one run decides again; the latest of the period. */
const MOST = 200;
const MOST_OF_A_MONTH = 500;

/** This version on decided applications of a month, or the latest, beside the version in force: who would change side. */
export function Backtest({ id }: { id: string }) {
  const say = useText();
  const lastMonth = dayjs(lenderToday()).subtract(1, 'month');
  const [period, setPeriod] = useState<Period>('latest');
  const [chosen, setChosen] = useState(lastMonth);
  const month = period === 'month' ? chosen : lastMonth;
  const body =
    period === 'latest'
      ? { applications: MOST }
      : {
          applications: MOST_OF_A_MONTH,
          from: month.startOf('month').format('YYYY-MM-DD'),
          to: month.endOf('month').format('YYYY-MM-DD'),
        };
  const run = useMutation({
    mutationFn: async () =>
      answerOf(await api.POST('/v1/policies/{id}/backtests', { params: { path: { id } }, body })),
  });
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{say('studio.past.help')}</Typography.Text>
      <Flex gap={8} wrap align="center">
        <Segmented<Period>
          value={period}
          onChange={(next) => {
            setPeriod(next);
            run.reset();
          }}
          options={[
            { value: 'latest', label: say('studio.past.latest', { n: MOST }) },
            { value: 'last', label: say('studio.past.last') },
            { value: 'month', label: say('studio.past.month') },
          ]}
        />
        {period === 'month' && (
          <DatePicker
            picker="month"
            allowClear={false}
            aria-label={say('studio.past.month')}
            value={chosen}
            onChange={(next) => {
              if (next) setChosen(next);
              run.reset();
            }}
          />
        )}
        <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>
          {say('studio.past.do')}
        </Button>
      </Flex>
      <ProblemAlert error={run.error} />
      {run.data &&
        (run.data.applications === 0 ? (
          <Empty description={say('studio.past.empty')} />
        ) : (
          <Compared result={run.data} />
        ))}
    </Flex>
  );
}

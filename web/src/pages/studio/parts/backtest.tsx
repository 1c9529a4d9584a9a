import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Empty, Flex, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useText } from '../../../i18n/use-text';
import { ProblemAlert } from '../../../ui/problem-alert';
import { Compared } from './backtest-result';
import { lenderToday } from './steps';

/** How many applications one run decides again; the latest of the period. */
const MOST = 200;
const MOST_OF_A_MONTH = 500;

const periodOf = (month: Dayjs | null) =>
  month === null
    ? { applications: MOST }
    : {
        applications: MOST_OF_A_MONTH,
        from: month.startOf('month').format('YYYY-MM-DD'),
        to: month.endOf('month').format('YYYY-MM-DD'),
      };

/** This version on decided applications of a month, or the latest, beside the version in force: who would change side. */
export function Backtest({ id }: { id: string }) {
  const say = useText();
  const lastMonth = dayjs(lenderToday()).subtract(1, 'month').startOf('month');
  const [month, setMonth] = useState<Dayjs | null>(null);
  const run = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/policies/{id}/backtests', { params: { path: { id } }, body: periodOf(month) }),
      ),
  });
  const choose = (next: Dayjs | null) => {
    setMonth(next);
    run.reset();
  };
  const period = (label: string, next: Dayjs | null, chosen: boolean) => (
    <Button
      color={chosen ? 'primary' : 'default'}
      variant="outlined"
      aria-pressed={chosen}
      onClick={() => choose(next)}
    >
      {label}
    </Button>
  );
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{say('studio.past.help')}</Typography.Text>
      <Flex gap={8} wrap align="center">
        {period(say('studio.past.latest', { n: MOST }), null, month === null)}
        {period(say('studio.past.last'), lastMonth, month?.isSame(lastMonth, 'month') === true)}
        <DatePicker
          picker="month"
          style={{ width: 170 }}
          aria-label={say('studio.past.month')}
          placeholder={say('studio.past.month')}
          value={month}
          onChange={(next) => choose(next)}
        />
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

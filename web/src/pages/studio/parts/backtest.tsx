import { useMutation } from '@tanstack/react-query';
import { Button, Empty, Flex, Typography } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useText, useWord } from '../../../i18n/use-text';
import type { TextKey } from '../../../i18n/zh';
import { Money, percentText } from '../../../ui/money';
import { ProblemAlert } from '../../../ui/problem-alert';
import { ShortId } from '../../../ui/short-id';
import { WideTable } from '../../../ui/wide-table';
import type { Outcome } from './try-out';

/** This version on the latest decided applications, beside the version in force: who would change side. */
export function Backtest({ id }: { id: string }) {
  const say = useText();
  const word = useWord();
  const run = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/policies/{id}/backtests', {
          params: { path: { id } },
          body: { applications: 200 },
        }),
      ),
  });
  const said = (one: Outcome) => (
    <span>
      {word('result', one.result)} · {percentText(one.rateBps)} · <Money minor={one.amountMinor} />
    </span>
  );
  const pair = (label: TextKey, one: { published: number; draft: number }) => (
    <span key={label}>
      {say(label)} {one.published} → <strong>{one.draft}</strong>
    </span>
  );
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{say('studio.past.help')}</Typography.Text>
      <Button
        type="primary"
        style={{ alignSelf: 'start' }}
        loading={run.isPending}
        onClick={() => run.mutate()}
      >
        {say('studio.past.do')}
      </Button>
      <ProblemAlert error={run.error} />
      {run.data && (
        <>
          <Flex wrap gap={16}>
            <span>{say('studio.past.n', { n: run.data.applications })}</span>
            {pair('studio.past.approved', run.data.approved)}
            {pair('studio.past.referred', run.data.referred)}
            {pair('studio.past.declined', run.data.declined)}
            <span>
              {say('studio.past.rate')} {percentText(run.data.meanRateBps.published)} →{' '}
              <strong>{percentText(run.data.meanRateBps.draft)}</strong>
            </span>
          </Flex>
          <WideTable
            rowKey="applicationId"
            dataSource={run.data.changed}
            locale={{ emptyText: <Empty description={say('studio.past.none')} /> }}
            columns={[
              {
                key: 'id',
                title: say('application'),
                render: (_, one) => (
                  <Flex gap={8}>
                    <Link to={`/applications/${one.applicationId}`}>{say('open')}</Link>
                    <ShortId id={one.applicationId} />
                  </Flex>
                ),
              },
              {
                key: 'published',
                title: say('studio.try.published'),
                render: (_, one) => said(one.published),
              },
              { key: 'draft', title: say('studio.try.draft'), render: (_, one) => said(one.draft) },
            ]}
          />
        </>
      )}
    </Flex>
  );
}

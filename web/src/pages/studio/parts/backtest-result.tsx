import { Empty, Flex } from 'antd';
import { Link } from 'react-router';
import type { components } from '../../../api/generated';
import { useText, useWord } from '../../../i18n/use-text';
import type { TextKey } from '../../../i18n/zh';
import { Money, percentText } from '../../../ui/money';
import { ShortId } from '../../../ui/short-id';
import { WideTable } from '../../../ui/wide-table';
import type { Outcome } from './try-out';

/** The two sides of a backtest: counts and mean rate of each, and everybody who would change side. */
export function Compared({ result }: { result: components['schemas']['PolicyBacktest'] }) {
  const say = useText();
  const word = useWord();
  const said = (one: Outcome) => (
    <span>
      {word('result', one.result)}
      {one.result !== 'decline' && (
        <>
          {' · '}
          {percentText(one.rateBps)} · <Money minor={one.amountMinor} />
        </>
      )}
    </span>
  );
  const counts: readonly [TextKey, { published: number; draft: number }][] = [
    ['studio.past.approved', result.approved],
    ['studio.past.referred', result.referred],
    ['studio.past.declined', result.declined],
  ];
  const sides = [
    ...counts.map(([label, { published, draft }]) => ({
      label: say(label),
      published: String(published),
      draft: String(draft),
    })),
    {
      label: say('studio.past.rate'),
      published: percentText(result.meanRateBps.published),
      draft: percentText(result.meanRateBps.draft),
    },
  ];
  return (
    <>
      <span role="status">
        {say('studio.past.n', { n: result.applications })}
        {result.more && ` (${say('studio.past.more', { n: result.applications })})`}
        {' · '}
        <strong>{say('studio.past.sides', { n: result.changed.length })}</strong>
      </span>
      <WideTable
        rowKey="label"
        dataSource={sides}
        columns={[
          { key: 'label', title: '', dataIndex: 'label' },
          { key: 'published', title: say('studio.try.published'), align: 'right', dataIndex: 'published' },
          {
            ...{ key: 'draft', title: say('studio.try.draft'), align: 'right' },
            render: (_, { draft, published }) => (
              <span className={draft === published ? '' : 'differs'}>{draft}</span>
            ),
          },
        ]}
      />
      <WideTable
        rowKey="applicationId"
        dataSource={result.changed}
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
          { key: 'published', title: say('studio.try.published'), render: (_, one) => said(one.published) },
          { key: 'draft', title: say('studio.try.draft'), render: (_, one) => said(one.draft) },
        ]}
      />
    </>
  );
}

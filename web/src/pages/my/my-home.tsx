import { Button, Card, Empty, Flex } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useNamed } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { Money, percentText } from '../../ui/money';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { StageTag } from '../../ui/stage-tag';
import { usePages } from '../../ui/use-pages';
import { useProducts } from '../../ui/use-products';
import { When } from '../../ui/when';
import { MyNav } from './my-nav';

type Application = components['schemas']['Application'];

/** A borrower's start: what is going on, and what can be asked for. */
export function Component() {
  const say = useText();
  const named = useNamed();
  const navigate = useNavigate();
  const { query, nameOf } = useProducts();
  const mine = usePages<Application>(
    ['applications', 'mine'],
    async (cursor) =>
      answerOf(await api.GET('/v1/applications', { params: { query: { cursor, limit: 20 } } })),
    5_000,
  );
  return (
    <div className="phone">
      <Page title={say('my.title')} name={say('my.title')}>
        <ProblemAlert error={mine.error} />
        {mine.rows.map((one) => (
          <Card key={one.id} size="small">
            <Flex vertical gap={6}>
              <Flex justify="space-between">
                <strong>{nameOf(one.productCode)}</strong>
                <StageTag stage={one.stage} names={one.stageName} />
              </Flex>
              <Flex justify="space-between">
                <Money minor={one.approved?.amountMinor ?? one.amountMinor} currency={one.currency} />
                <When at={one.createdAt} />
              </Flex>
              <Flex gap={12}>
                <Link to={`/my/applications/${one.id}`}>{say('my.progress')}</Link>
                {one.loanId && <Link to={`/my/loans/${one.loanId}`}>{say('my.loan')}</Link>}
              </Flex>
            </Flex>
          </Card>
        ))}
        {mine.rows.length === 0 && !mine.loading && <Empty description={say('my.empty')} />}
        <Flex justify="space-between" align="center">
          <h2 className="section-title">{say('my.products')}</h2>
          <Link to="/my/compare">{say('compare.open')}</Link>
        </Flex>
        <Loaded query={query}>
          {(products) =>
            products
              .filter(({ customerType }) => customerType === 'person')
              .map((product) => (
                <Card key={product.code} size="small" title={named(product.names)}>
                  <Flex vertical gap={8}>
                    <span>{named(product.summary)}</span>
                    <span>
                      <Money minor={product.minAmountMinor} currency={product.currency} /> –{' '}
                      <Money minor={product.maxAmountMinor} currency={product.currency} /> ·{' '}
                      {say('my.from', { rate: percentText(product.baseRateBps) })}
                    </span>
                    <Button type="primary" onClick={() => void navigate(`/my/apply/${product.code}`)}>
                      {say('my.apply')}
                    </Button>
                  </Flex>
                </Card>
              ))
          }
        </Loaded>
      </Page>
      <MyNav />
    </div>
  );
}

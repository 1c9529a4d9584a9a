import { Button, Flex, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { components } from '../../api/generated';
import { type Listed, useListed, useNamed } from '../../i18n/language';
import { type Say, useText } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { Money, percentText } from '../../ui/money';
import { minorOf, moneyText, signOf } from '../../ui/money-text';
import { Loaded, Page } from '../../ui/page';
import { useProducts } from '../../ui/use-products';
import { MyNav } from './my-nav';
import { useQuote } from './use-quote';

type Product = components['schemas']['Product'];

const TERMS = [6, 12, 24, 36] as const;
const FIRST_YUAN = 20_000;

/** Products side by side for one amount and term: what each takes, costs and charges. */
export function Component() {
  const say = useText();
  const { query } = useProducts();
  const [yuan, setYuan] = useState<number | null>(FIRST_YUAN);
  const [months, setMonths] = useState<number>(12);
  const currencies = [...new Set(query.data?.map(({ currency }) => currency))];
  // Where products lend in several currencies the amount stands for so much of each.
  const [shared] = currencies.length === 1 ? currencies : [];
  const sign = shared === undefined ? '' : signOf(shared);
  const said = `${sign}${moneyText(minorOf(yuan, shared) ?? '0', shared)}`;
  const basis = say('compare.basis', { amount: said, n: months });
  return (
    <div className="phone beside">
      <Page title={say('compare.title')} name={say('compare.title')}>
        <Flex gap={8}>
          <InputNumber
            aria-label={say('amount')}
            prefix={sign.trim()}
            min={1}
            value={yuan}
            onChange={setYuan}
            style={{ flex: 1 }}
          />
          <Select
            aria-label={say('term')}
            value={months}
            onChange={setMonths}
            style={{ width: 130 }}
            options={TERMS.map((value) => ({ value, label: say('months', { n: value }) }))}
          />
        </Flex>
        <span>{basis}</span>
        <Loaded query={query}>
          {(products) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard (WCAG 2.1.1)
            <section className="compare" tabIndex={0} aria-label={say('compare.title')}>
              {products
                .filter(({ customerType }) => customerType === 'person')
                .map((product) => (
                  <Column key={product.code} {...{ product, yuan, months }} />
                ))}
            </section>
          )}
        </Loaded>
      </Page>
      <MyNav />
    </div>
  );
}

function Column({ product, yuan, months }: { product: Product; yuan: number | null; months: number }) {
  const say = useText();
  const named = useNamed();
  const listed = useListed();
  const navigate = useNavigate();
  const principalMinor = minorOf(yuan, product.currency) ?? '0';
  const amount = BigInt(principalMinor);
  const fits =
    amount >= BigInt(product.minAmountMinor) &&
    amount <= BigInt(product.maxAmountMinor) &&
    product.termsMonths.includes(months);
  const { data } = useQuote(
    {
      productCode: product.code,
      principalMinor,
      months,
      method: product.methods[0],
      rateBps: product.baseRateBps,
    },
    fits,
  );
  const outside = fits ? '…' : say('compare.outside');
  const terms = { from: Math.min(...product.termsMonths), to: Math.max(...product.termsMonths) };
  const rows = [
    [
      'compare.amount',
      <span key="range">
        <Money minor={product.minAmountMinor} /> – <Money minor={product.maxAmountMinor} />
      </span>,
    ],
    ['compare.term', say('compare.range', terms)],
    ['compare.rate', rateText(product)],
    ['compare.cost', data?.cost ? `${Number(data.cost.simpleAnnualPercent).toFixed(2)}%` : outside],
    ['compare.first', data?.rows[0] ? <Money key="first" minor={data.rows[0].totalMinor} /> : outside],
    ['calc.total', data ? <Money key="total" minor={data.totals.totalMinor} /> : outside],
    ['compare.fees', feesText(product, say, listed)],
  ] as const;
  return (
    <InCurrency code={product.currency}>
      <article>
        <h2>{named(product.names)}</h2>
        <dl>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{say(label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Button
          type="primary"
          block
          onClick={() =>
            void navigate(`/my/apply/${product.code}?amountMinor=${principalMinor}&months=${months}`)
          }
        >
          {say('my.apply')}
        </Button>
      </article>
    </InCurrency>
  );
}

const rateText = ({ rateRange, baseRateBps }: Product): string =>
  rateRange === null
    ? percentText(baseRateBps)
    : `${percentText(rateRange.minBps)} – ${percentText(rateRange.maxBps)}`;

/** What is charged beside interest; an early repayment within the first months costs most often. */
function feesText({ fees, prepaymentFees }: Product, say: Say, listed: Listed): string {
  const early = prepaymentFees.map(({ beforeMonths, feeBps }) =>
    say('compare.early', { n: beforeMonths, rate: percentText(feeBps) }),
  );
  const all = [...fees, ...early];
  return all.length === 0 ? say('compare.noFees') : listed(all);
}

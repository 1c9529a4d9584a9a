import { DatePicker, Empty, Flex } from 'antd';
import dayjs from 'dayjs';
import { useText } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { CurrencyChoice } from '../../ui/currency-choice';
import { Loaded, Page } from '../../ui/page';
import { PlainSelect } from '../../ui/plain-select';
import { ProblemAlert } from '../../ui/problem-alert';
import { useFilters } from '../../ui/use-filters';
import { useProducts } from '../../ui/use-products';
import { BooksChoice } from '../operations/books-choice';
import { Cuts } from './cuts';
import { Rolls } from './rolls';
import { usePortfolio } from './use-portfolio';
import { useSay } from './use-words';

const DAY = 'YYYY-MM-DD';

/** 组合: what the lender holds as a date was closed, how bad it is, what is set aside for it, and which way it moves. */
export function Component() {
  const text = useText();
  const say = useSay();
  const { nameOf } = useProducts();
  const [filters, setFilters] = useFilters(['asOf', 'compare', 'product', 'currency', 'clock']);
  const { asOf, compare, product, clock } = filters;
  const { now, former, rolls } = usePortfolio(asOf, compare, clock);
  const rows = now.data?.rows ?? [];
  const products = [...new Set(rows.map(({ productCode }) => productCode))];
  const currencies = [...new Set(rows.map((row) => row.currency))];
  const currency = currencies.find((one) => one === filters.currency) ?? currencies[0] ?? 'CNY';
  const within = (row: { productCode: string; currency: string }) =>
    row.currency === currency && (product === undefined || row.productCode === product);
  const day = (name: 'asOf' | 'compare', placeholder: string) => (
    <DatePicker
      aria-label={say(`port.${name}`)}
      placeholder={`${say(`port.${name}`)} · ${placeholder}`}
      style={{ width: 300 }}
      value={filters[name] === undefined ? null : dayjs(filters[name])}
      onChange={(next) => setFilters({ [name]: next?.format(DAY) })}
    />
  );
  return (
    <Page title={text('nav.portfolio')} name={text('nav.portfolio')}>
      <Flex gap={8} wrap align="center">
        <BooksChoice
          value={clock}
          onChange={(next) => setFilters({ clock: next, asOf: undefined, compare: undefined })}
        />
        {day('asOf', say('port.newest'))}
        {day('compare', say('port.formerMonth'))}
        {(products.length > 1 || product !== undefined) && (
          <PlainSelect
            label={say('port.product')}
            value={product}
            none={say('port.allProducts')}
            options={products.map((value) => ({ value, label: nameOf(value) }))}
            onChange={(next) => setFilters({ product: next })}
          />
        )}
        <CurrencyChoice
          {...{ currencies, value: currency }}
          onChange={(next) => setFilters({ currency: next })}
        />
      </Flex>
      <Loaded query={now}>
        {({ closedOn, clockId }) =>
          closedOn === null ? (
            <Empty description={say('port.none')} />
          ) : (
            <InCurrency code={currency}>
              <ProblemAlert error={former.error} retry={() => void former.refetch()} />
              <Cuts
                {...{ closedOn, clockId, currency, product }}
                narrowed={currencies.length > 1}
                newest={asOf === undefined}
                now={rows.filter(within)}
                former={former.data && { ...former.data, rows: former.data.rows.filter(within) }}
              />
              <Loaded query={rolls}>
                {({ monthEnd, rows: moved }) => <Rolls monthEnd={monthEnd} rows={moved.filter(within)} />}
              </Loaded>
            </InCurrency>
          )
        }
      </Loaded>
    </Page>
  );
}

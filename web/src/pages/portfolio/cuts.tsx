import { Empty } from 'antd';
import type { components } from '../../api/generated';
import { useLanguage } from '../../i18n/language';
import { useWord } from '../../i18n/use-text';
import { Secondary } from '../../ui/secondary';
import { useProducts } from '../../ui/use-products';
import { civilText } from '../../ui/when';
import { BAD, BUCKETS, CLASSES, STAGES } from './buckets';
import { CutTable } from './cut-table';
import { rowsOf } from './drill';
import { Headline } from './headline';
import { type SnapshotRow, sumOf, sumsBy } from './sums';
import { useCode, useSay } from './use-words';

interface CutsProps {
  closedOn: string;
  clockId: string | null;
  currency: string;
  /** Whether there are other currencies, so that lists of rows must be told which. */
  narrowed: boolean;
  product: string | undefined;
  /** Whether this is the newest close: only its numbers have rows in the list of loans. */
  newest: boolean;
  now: readonly SnapshotRow[];
  former: components['schemas']['PortfolioSnapshot'] | undefined;
}

/** One date's portfolio by bucket, class, stage and product, beside an earlier one. */
export function Cuts({ closedOn, clockId, currency, narrowed, product, newest, now, former }: CutsProps) {
  const say = useSay();
  const code = useCode();
  const word = useWord();
  const language = useLanguage();
  const { nameOf } = useProducts();
  const before = former?.closedOn ? former.rows : undefined;
  const list = (...conditions: Parameters<typeof rowsOf>[1]) =>
    newest
      ? rowsOf(clockId, [['product', product], ['currency', narrowed ? currency : undefined], ...conditions])
      : undefined;
  const cut = (keyOf: (row: SnapshotRow) => string) => ({
    ...{ currency, now: sumsBy(now, keyOf), former: before && sumsBy(before, keyOf) },
    ...{ total: sumOf(now), totalFormer: before && sumOf(before) },
  });
  const by = (field: string) => (key: string | null) => list([field, key ?? undefined]);
  const against =
    former === undefined
      ? ''
      : former.closedOn === null
        ? say('port.againstNone')
        : say('port.against', { on: civilText(former.closedOn, language) });
  const products = [...new Set([...now, ...(before ?? [])].map(({ productCode }) => productCode))];
  return (
    <>
      <span role="status">
        {say('port.closed', { on: civilText(closedOn, language) })}
        <Secondary>{` · ${against} · ${say(newest ? 'port.toRows' : 'port.pastRows')}`}</Secondary>
      </span>
      {now.length === 0 && !before?.length ? (
        <Empty description={say('port.noRows')} />
      ) : (
        <>
          <Headline
            {...{ currency, now }}
            former={before}
            to={list()}
            toBad={list(['class', BAD.join(',')])}
          />
          <CutTable
            {...cut(({ bucket }) => bucket)}
            title={say('port.byBucket')}
            head={say('port.bucket')}
            keys={BUCKETS.map((key) => [key, key])}
            to={by('bucket')}
          />
          <CutTable
            {...cut(({ fiveClass }) => fiveClass)}
            title={say('port.byClass')}
            head={say('port.class')}
            keys={CLASSES.map((key) => [key, word('fiveClass', key)])}
            to={by('class')}
          />
          <CutTable
            {...cut(({ stage }) => String(stage))}
            title={say('port.byStage')}
            head={say('port.stage')}
            keys={STAGES.map((key) => [key, code('ecl', key)])}
            to={(key) => (key === null ? list() : undefined)}
          />
          {products.length > 1 && (
            <CutTable
              {...cut(({ productCode }) => productCode)}
              title={say('port.byProduct')}
              head={say('port.product')}
              keys={products.map((key) => [key, nameOf(key)])}
              to={by('product')}
            />
          )}
        </>
      )}
    </>
  );
}

import RcTable, { type TableProps } from '@rc-component/table';
import type { TableColumnsType } from 'antd';
import { useText } from '../i18n/use-text';

/** Columns of a table: heading, alignment and what each row shows. */
export type Columns<Row> = TableColumnsType<Row>;

type WideTableProps<Row> = Pick<TableProps<Row>, 'rowKey' | 'rowClassName' | 'onRow' | 'expandable'> & {
  columns: Columns<Row>;
  dataSource: readonly Row[];
  loading?: boolean;
  locale?: { emptyText: TableProps<Row>['emptyText'] };
};

/**
 * A dense table that scrolls sideways on a small screen, also by keyboard. It stands on the part of Ant Design's table that
 * draws rows; sorting, filtering and paging are the server's, and half of the code of the whole is left out.
 */
export function WideTable<Row extends object>({
  columns,
  dataSource,
  loading = false,
  locale,
  ...table
}: WideTableProps<Row>) {
  const say = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard (WCAG 2.1.1)
    <section className="wide" tabIndex={0} aria-label={say('table')} aria-busy={loading}>
      <RcTable<Row>
        {...table}
        columns={drawn(columns)}
        data={dataSource}
        emptyText={locale?.emptyText ?? '—'}
      />
    </section>
  );
}

/** What the drawing part knows of a column; it has no headings that depend on sorting. */
function drawn<Row>(columns: Columns<Row>): NonNullable<TableProps<Row>['columns']> {
  return columns.flatMap((column) => {
    if ('children' in column) return [];
    const { key, title, align, width, render, className } = column;
    const dataIndex = 'dataIndex' in column ? column.dataIndex : undefined;
    const heading = typeof title === 'function' ? title({}) : title;
    return [{ key, title: heading, align, width, render, className, dataIndex }];
  });
}

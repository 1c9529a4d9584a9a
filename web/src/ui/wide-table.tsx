import { Table, type TableProps } from 'antd';
import { useText } from '../i18n/use-text';

/** A dense table that scrolls sideways on a small screen, also by keyboard. */
export function WideTable<Row extends object>(props: TableProps<Row>) {
  const say = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard (WCAG 2.1.1)
    <section className="wide" tabIndex={0} aria-label={say('table')}>
      <Table<Row> size="small" pagination={false} {...props} />
    </section>
  );
}

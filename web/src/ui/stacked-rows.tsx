import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { Secondary } from './secondary';

/** A column whose cells may have nothing to say. */
export interface StackedColumn<Row> {
  key: string;
  title: ReactNode;
  /** Null where the row has nothing in this column. */
  cell: (row: Row) => ReactNode;
}

interface StackedRowsProps<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  heading: (row: Row) => ReactNode;
  columns: readonly StackedColumn<Row>[];
}

/** A wide table on a phone: each row with its cells below each other, so that none is off the screen; empty ones are left out. */
export function StackedRows<Row>({ rows, rowKey, heading, columns }: StackedRowsProps<Row>) {
  return (
    <Flex vertical gap={8}>
      {rows.map((row) => {
        const cells = columns.flatMap(({ key, title, cell }) => {
          const content = cell(row);
          return content === null ? [] : [{ key, title, content }];
        });
        const [only, ...more] = cells;
        return (
          <div key={rowKey(row)} className="panel">
            {more.length === 0 ? (
              <Flex justify="space-between" gap={12}>
                <strong>{heading(row)}</strong>
                {only?.content}
              </Flex>
            ) : (
              <Flex vertical gap={6}>
                <strong>{heading(row)}</strong>
                {cells.map(({ key, title, content }) => (
                  <Flex key={key} justify="space-between" gap={12}>
                    <Secondary>{title}</Secondary>
                    <div className="stacked-cell">{content}</div>
                  </Flex>
                ))}
              </Flex>
            )}
          </div>
        );
      })}
    </Flex>
  );
}

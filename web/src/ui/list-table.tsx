import { Button, Empty, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import { ProblemAlert } from './problem-alert';
import { useNarrow } from './use-media';
import { type Columns, WideTable } from './wide-table';

interface ListTableProps<Row extends object> {
  rows: readonly Row[];
  columns: Columns<Row>;
  rowKey: (row: Row) => string;
  loading: boolean;
  error: unknown;
  empty: string;
  more: (() => void) | undefined;
  onOpen?: (row: Row) => void;
  chosen?: number;
  card: (row: Row) => ReactNode;
}

/** A list that is there, whole. */
export const AT_REST = { loading: false, error: null, more: undefined } as const;

/** A list that is a table on a desk and cards on a phone; further pages come when asked for. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const say = useText();
  const narrow = useNarrow();
  const { rows, columns, rowKey, loading, error, empty, more, onOpen, chosen, card } = props;
  return (
    <Flex vertical gap={12}>
      <ProblemAlert error={error} />
      {narrow ? (
        rows.length === 0 && !loading ? (
          <Empty description={empty} />
        ) : (
          rows.map((row) =>
            onOpen === undefined ? (
              <div key={rowKey(row)} className="panel">
                {card(row)}
              </div>
            ) : (
              // biome-ignore lint/a11y/useSemanticElements: a row holds links and buttons of its own, which a button may not
              <div
                key={rowKey(row)}
                role="button"
                tabIndex={0}
                className="panel row-card"
                onClick={() => onOpen(row)}
                onKeyDown={(event) => event.key === 'Enter' && onOpen(row)}
              >
                {card(row)}
              </div>
            ),
          )
        )
      ) : (
        <WideTable<Row>
          rowKey={rowKey}
          columns={columns}
          dataSource={rows}
          loading={loading}
          locale={{ emptyText: <Empty description={empty} /> }}
          rowClassName={(_, index) => (index === chosen ? 'row-chosen' : '')}
          onRow={(row) => ({ onClick: () => onOpen?.(row), style: { cursor: onOpen ? 'pointer' : 'auto' } })}
        />
      )}
      {more && (
        <Button onClick={more} loading={loading}>
          {say('more')}
        </Button>
      )}
    </Flex>
  );
}

import { CopyOutlined, DeleteOutlined, DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select, type TableColumnsType, Tag } from 'antd';
import { useText } from '../../../i18n/use-text';
import { WideTable } from '../../../ui/wide-table';
import { type FactBook, type Row, type RuleTable, useRuleWords } from './facts';
import { OutputInput } from './output-input';
import {
  addRow,
  further,
  inColumn,
  moveRow,
  removeRow,
  withClause,
  withoutClause,
  withRow,
} from './row-edits';
import { firstTest, TestInput } from './test-input';

interface RuleGridProps {
  table: RuleTable;
  facts: FactBook;
  readOnly: boolean;
  onChange: (table: RuleTable) => void;
  /** Rows and cells that differ from the version in force: `row`, or `row/output`, `row/fact`. */
  marks?: ReadonlySet<string>;
}

/** A decision table: a row per rule, a column per fact, further conditions, results. */
export function RuleGrid({ table, facts, readOnly, onChange, marks = new Set() }: RuleGridProps) {
  const say = useText();
  const words = useRuleWords(facts);
  const unused = [...facts.keys()].filter((fact) => !table.columns.includes(fact));
  const marked = (row: Row, cell: string) =>
    marks.has(row.id) || marks.has(`${row.id}/${cell}`) ? 'differs' : '';
  const update = (at: number, row: Row) => onChange(withRow(table, at, row));
  const showFurther =
    table.columns.length === 0 ||
    table.rows.some((row) => further(row, table.columns).length > 0) ||
    !readOnly;

  const factColumn = (fact: string): TableColumnsType<Row>[number] => ({
    key: fact,
    title: (
      <Flex gap={4} align="center">
        {words.factName(fact)}
        {!readOnly && (
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={say('studio.column.delete', { what: words.factName(fact) })}
            onClick={() =>
              onChange({
                ...table,
                columns: table.columns.filter((one) => one !== fact),
                rows: table.rows.map((row) => ({
                  ...row,
                  when: row.when.filter((clause) => clause !== inColumn(row, fact)),
                })),
              })
            }
          />
        )}
      </Flex>
    ),
    render: (_, row, at) => {
      const clause = inColumn(row, fact);
      const known = facts.get(fact);
      if (readOnly || !known)
        return (
          <span className={marked(row, fact)}>
            {clause ? words.test(fact, clause.test) : say('studio.any')}
          </span>
        );
      if (!clause)
        return (
          <Button
            size="small"
            type="dashed"
            aria-label={say('studio.cell', { row: at + 1, what: words.factName(fact) })}
            onClick={() => update(at, { ...row, when: [...row.when, { fact, test: firstTest(known) }] })}
          >
            {say('studio.any')}
          </Button>
        );
      const place = row.when.indexOf(clause);
      return (
        <Flex gap={2} align="center" className={marked(row, fact)}>
          <TestInput
            label={say('studio.cell', { row: at + 1, what: words.factName(fact) })}
            {...{ facts, test: clause.test }}
            fact={known}
            onChange={(test) => update(at, withClause(row, place, { fact, test }))}
          />
          <Button
            size="small"
            type="text"
            aria-label={say('studio.cell.clear', { row: at + 1, what: words.factName(fact) })}
            onClick={() => update(at, withoutClause(row, place))}
          >
            ×
          </Button>
        </Flex>
      );
    },
  });

  const furtherColumn: TableColumnsType<Row>[number] = {
    key: 'further',
    title: table.columns.length === 0 ? say('studio.conditions') : say('studio.conditions.further'),
    render: (_, row, at) => (
      <Flex vertical gap={4}>
        {further(row, table.columns).map(({ clause, at: place }) => {
          const known = facts.get(clause.fact);
          if (readOnly || !known)
            return (
              <span key={place} className={marked(row, clause.fact)}>
                {words.clause(clause)}
              </span>
            );
          return (
            <Flex key={place} gap={4} align="center" className={marked(row, clause.fact)}>
              <FactSelect
                facts={facts}
                value={clause.fact}
                label={say('studio.fact', { row: at + 1 })}
                onChange={(next) => update(at, withClause(row, place, next))}
              />
              <TestInput
                label={say('studio.cell', { row: at + 1, what: words.factName(clause.fact) })}
                {...{ facts, test: clause.test }}
                fact={known}
                onChange={(test) => update(at, withClause(row, place, { ...clause, test }))}
              />
              <Button
                size="small"
                type="text"
                aria-label={say('studio.cell.clear', { row: at + 1, what: words.factName(clause.fact) })}
                onClick={() => update(at, withoutClause(row, place))}
              >
                ×
              </Button>
            </Flex>
          );
        })}
        {!readOnly && (
          <FactSelect
            facts={facts}
            value={null}
            label={say('studio.condition.add', { row: at + 1 })}
            onChange={(clause) => update(at, { ...row, when: [...row.when, clause] })}
          />
        )}
      </Flex>
    ),
  };

  const columns: TableColumnsType<Row> = [
    {
      key: 'row',
      title: say('studio.row'),
      render: (_, row, at) =>
        readOnly ? (
          <Tag>{row.id}</Tag>
        ) : (
          <Input
            aria-label={say('studio.row.name', { row: at + 1 })}
            value={row.id}
            maxLength={60}
            style={{ width: 120 }}
            onChange={(event) => update(at, { ...row, id: event.target.value })}
          />
        ),
    },
    ...table.columns.map(factColumn),
    ...(showFurther ? [furtherColumn] : []),
    ...table.outputs.map((output): TableColumnsType<Row>[number] => ({
      key: `out-${output}`,
      title: say(outputKey(output)),
      render: (_, row, at) =>
        readOnly ? (
          <span className={marked(row, output)}>{words.output(output, row.give[output])}</span>
        ) : (
          <span className={marked(row, output)}>
            <OutputInput
              label={say('studio.cell', { row: at + 1, what: say(outputKey(output)) })}
              output={output}
              value={row.give[output]}
              onChange={(value) => {
                const { [output]: _old, ...others } = row.give;
                update(at, { ...row, give: value === undefined ? others : { ...row.give, [output]: value } });
              }}
            />
          </span>
        ),
    })),
    {
      key: 'note',
      title: say('studio.note'),
      render: (_, row, at) =>
        readOnly ? (
          row.note
        ) : (
          <Input
            aria-label={say('studio.cell', { row: at + 1, what: say('studio.note') })}
            value={row.note}
            maxLength={200}
            style={{ width: 190 }}
            onChange={(event) => update(at, { ...row, note: event.target.value })}
          />
        ),
    },
    ...(readOnly
      ? []
      : [
          {
            key: 'do',
            title: say('studio.row.do'),
            render: (_: unknown, __: Row, at: number) => (
              <Flex>
                <Button
                  size="small"
                  type="text"
                  icon={<UpOutlined />}
                  aria-label={say('studio.up', { n: at + 1 })}
                  disabled={at === 0}
                  onClick={() => onChange(moveRow(table, at, -1))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<DownOutlined />}
                  aria-label={say('studio.down', { n: at + 1 })}
                  disabled={at === table.rows.length - 1}
                  onClick={() => onChange(moveRow(table, at, 1))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<CopyOutlined />}
                  aria-label={say('studio.copyRow', { n: at + 1 })}
                  onClick={() => onChange(addRow(table, at, true))}
                />
                <Button
                  size="small"
                  type="text"
                  danger
                  icon={<DeleteOutlined />}
                  aria-label={say('studio.delete', { n: at + 1 })}
                  disabled={table.rows.length === 1}
                  onClick={() => onChange(removeRow(table, at))}
                />
              </Flex>
            ),
          },
        ]),
  ];

  return (
    <Flex vertical gap={8}>
      <span>{say(table.hit === 'first' ? 'studio.hit.first' : 'studio.hit.collect')}</span>
      <WideTable<Row> rowKey={(row) => table.rows.indexOf(row)} dataSource={table.rows} columns={columns} />
      {!readOnly && (
        <Flex wrap gap={8}>
          <Button
            icon={<PlusOutlined />}
            onClick={() => onChange(addRow(table, table.rows.length - 1, false))}
          >
            {say('studio.row.add')}
          </Button>
          <Select
            aria-label={say('studio.column.add')}
            placeholder={say('studio.column.add')}
            value={null}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            style={{ minWidth: 180 }}
            options={unused.map((fact) => ({ value: fact, label: words.factName(fact) }))}
            onChange={(fact: string | null) =>
              fact && onChange({ ...table, columns: [...table.columns, fact] })
            }
          />
        </Flex>
      )}
    </Flex>
  );
}

const OUTPUTS = ['rateBps', 'maxAmountPercent', 'code', 'severity', 'route', 'reason'] as const;
/** The words for an output of a table. */
export const outputKey = (output: string) =>
  `studio.out.${OUTPUTS.find((one) => one === output) ?? 'other'}` as const;

function FactSelect({
  facts,
  value,
  label,
  onChange,
}: {
  facts: FactBook;
  value: string | null;
  label: string;
  onChange: (clause: { fact: string; test: ReturnType<typeof firstTest> }) => void;
}) {
  const words = useRuleWords(facts);
  return (
    <Select
      aria-label={label}
      value={value}
      placeholder={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 150 }}
      options={[...facts.values()].map(({ fact }) => ({ value: fact, label: words.factName(fact) }))}
      onChange={(fact: string | null) => {
        const known = fact === null ? undefined : facts.get(fact);
        if (known) onChange({ fact: known.fact, test: firstTest(known) });
      }}
    />
  );
}

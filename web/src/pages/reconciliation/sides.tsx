import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { components } from '../../api/generated';
import { Money } from '../../ui/money';
import { Day } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import { useCode, useSay } from './use-words';
import type { ReconciliationKey } from './words.zh';

type Difference = components['schemas']['ReconciliationDifference'];
type Move = NonNullable<Difference['move']>;

interface Row {
  name: ReconciliationKey;
  bank: string | null;
  own: string | null;
  shown: (value: string) => ReactNode;
}

/** The bank's line beside our entry, cell by cell; what differs is marked by colour and by word. */
export function Sides({ difference }: { difference: Difference }) {
  const say = useSay();
  const word = useCode();
  const { line, move, proposed, kind, statementOn, bankMinor, ownMinor, currency } = difference;
  const money = (minor: string) => <Money minor={minor} currency={currency} />;
  const code = (text: string) => <code>{text}</code>;
  const sums = line === null && move === null;
  const rows: Row[] = sums
    ? [
        {
          name: kind === 'opening-differs' ? 'rec.f.opening' : 'rec.f.closing',
          ...{ bank: bankMinor, own: ownMinor, shown: money },
        },
      ]
    : [
        {
          ...{ name: 'rec.f.kind', bank: line?.kind ?? null, own: move?.kind ?? null },
          shown: (value) => word('move', value),
        },
        {
          ...{ name: 'rec.f.side', bank: line?.side ?? null, own: move?.side ?? null },
          shown: (value) => word('moveSide', value),
        },
        {
          ...{ name: 'rec.f.amount', bank: line?.amountMinor ?? null, own: move?.amountMinor ?? null },
          shown: money,
        },
        { name: 'rec.f.orderNo', bank: line?.orderNo ?? null, own: move?.orderNo ?? null, shown: code },
        { name: 'rec.f.bankRef', bank: line?.bankRef ?? null, own: move?.bankRef ?? null, shown: code },
        {
          ...{ name: 'rec.f.on', bank: line && statementOn, own: move?.valueOn ?? null },
          shown: (value) => <Day on={value} />,
        },
      ];
  const lone = !sums && (line === null || move === null);
  const cell = (value: string | null, { bank, own, shown }: Row) => {
    if (value === null) return '—';
    const differs = bank !== null && own !== null && bank !== own;
    return (
      <span className={differs ? 'differs' : ''}>
        {shown(value)}
        {differs && ` · ${say('rec.differs')}`}
      </span>
    );
  };
  const heading = (name: ReconciliationKey, missing: boolean) =>
    missing && lone ? <span className="differs">{`${say(name)} · ${say('rec.absent')}`}</span> : say(name);
  return (
    <Flex vertical gap={10}>
      <WideTable<Row>
        rowKey="name"
        dataSource={rows}
        columns={[
          { key: 'field', title: say('rec.field'), render: (_, { name }) => say(name) },
          {
            ...{ key: 'bank', title: heading('rec.bankLine', line === null) },
            render: (_, row) => cell(row.bank, row),
          },
          {
            ...{ key: 'own', title: heading('rec.ownEntry', move === null) },
            render: (_, row) => cell(row.own, row),
          },
        ]}
      />
      {move && <LoanLink move={move} />}
      {proposed && (
        <Flex vertical gap={4}>
          <span>{say('rec.proposed')}</span>
          <Flex gap="4px 12px" wrap>
            <span>{word('move', proposed.kind)}</span>
            <Money minor={proposed.amountMinor} currency={currency} />
            <Day on={proposed.valueOn} />
            <LoanLink move={proposed} />
          </Flex>
        </Flex>
      )}
    </Flex>
  );
}

function LoanLink({ move }: { move: Move }) {
  const say = useSay();
  return <Link to={`/loans/${move.loanId}`}>{say('rec.toLoan')}</Link>;
}

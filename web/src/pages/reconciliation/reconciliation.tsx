import { Button, Flex } from 'antd';
import { PlainSelect } from '../../ui/plain-select';
import { useFilters } from '../../ui/use-filters';
import { Day } from '../../ui/when';
import { BooksChoice } from '../operations/books-choice';
import { Days } from './days';
import { DifferenceDrawer } from './difference-drawer';
import { Differences } from './differences';
import { Kinds } from './kinds';
import { useCode, useSay } from './use-words';

const STATUSES = ['open', 'resolved', 'confirmed'] as const;
const ANY = 'any';
const KINDS = [
  ...(['unknown-to-us', 'missing-at-bank', 'amount-differs'] as const),
  ...(['shown-twice', 'statement-unsound', 'opening-differs'] as const),
];
const EVERY_DAY = { day: undefined, on: undefined, kind: undefined };

/** 对账: days of bank statements, what did not match, and the way of each difference through two people. */
export function Reconciliation() {
  const say = useSay();
  const word = useCode();
  const [filters, setFilters] = useFilters(['clock', 'day', 'on', 'status', 'kind', 'difference']);
  const { clock, day, on, difference } = filters;
  const wanted = filters.status ?? 'open';
  const status = STATUSES.find((one) => one === wanted);
  const kind = KINDS.find((one) => one === filters.kind);
  return (
    <Flex vertical gap={16} style={{ minWidth: 0 }}>
      <Flex>
        <BooksChoice value={clock} onChange={(next) => setFilters({ ...EVERY_DAY, clock: next })} />
      </Flex>
      <h2 className="panel-title">{say('rec.days')}</h2>
      <Days
        clock={clock}
        chosen={day}
        onChoose={({ id, statementOn }) =>
          setFilters({ day: id, on: statementOn, kind: undefined, status: ANY })
        }
      />
      <Flex gap={12} align="center" wrap>
        <h2 className="panel-title">
          {on === undefined ? (
            say('rec.all')
          ) : (
            <>
              {say('rec.ofDay')} <Day on={on} />
            </>
          )}
        </h2>
        {day !== undefined && (
          <Button size="small" onClick={() => setFilters({ ...EVERY_DAY, status: undefined })}>
            {say('rec.showAll')}
          </Button>
        )}
        <PlainSelect
          label={say('rec.status')}
          value={status}
          none={say('rec.anyStatus')}
          options={STATUSES.map((value) => ({ value, label: word('recStatus', value) }))}
          onChange={(next) => setFilters({ status: next ?? ANY })}
        />
      </Flex>
      <Kinds {...{ clock, day, status }} chosen={kind} onChoose={(next) => setFilters({ kind: next })} />
      <Differences {...{ clock, day, status, kind }} onOpen={(id) => setFilters({ difference: id })} />
      {difference !== undefined && (
        <DifferenceDrawer id={difference} onClose={() => setFilters({ difference: undefined })} />
      )}
    </Flex>
  );
}

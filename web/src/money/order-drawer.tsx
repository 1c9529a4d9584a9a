import { Drawer, Flex } from 'antd';
import { useState } from 'react';
import type { components } from '../api/generated';
import { DayInput } from '../ui/day-input';
import { PlainSelect } from '../ui/plain-select';
import { FieldInputs } from './field-inputs';
import { type Bookable, KINDS, type Kind } from './kinds';
import { OrderWhy } from './order-why';
import { useCode, useSay } from './use-words';
import { firstValues, lackOf, operationOf, type Values } from './values';

type Loan = components['schemas']['Loan'];

/** Ordering an operation on a loan's money: what, then what it would do, then why. */
export default function OrderDrawer({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const say = useSay();
  const word = useCode();
  const [kind, setKind] = useState<Kind>('waiver');
  const [values, setValues] = useState<Values>(() => firstValues('waiver'));
  const [effectiveOn, setEffectiveOn] = useState('');
  const [asked, setAsked] = useState<{ operation: Bookable; effectiveOn?: string } | null>(null);
  const operation = operationOf(kind, values);
  const lack = operation === null ? lackOf(kind, values) : null;
  const change = (next: Values) => {
    setValues(next);
    setAsked(null);
  };
  return (
    <Drawer
      open
      title={say('order.title')}
      size="min(1080px, 100vw)"
      onClose={onClose}
      closable={{ 'aria-label': say('keys.close') }}
    >
      <Flex vertical gap={16}>
        <div className="field-grid">
          <div className="field">
            <span aria-hidden>{say('order.kind')}</span>
            <PlainSelect<Kind>
              label={say('order.kind')}
              value={kind}
              options={KINDS.map((value) => ({ value, label: word('orderKind', value) }))}
              onChange={(next) => {
                if (next === undefined) return;
                setKind(next);
                change(firstValues(next));
              }}
            />
          </div>
          <FieldInputs kind={kind} loanId={loan.id} today={loan.asOf} values={values} onChange={change} />
          <div className="field">
            <span aria-hidden>{`${say('order.effective')} (${say('order.optional')})`}</span>
            <DayInput
              label={say('order.effective')}
              max={loan.asOf}
              value={effectiveOn}
              onChange={(on) => {
                setEffectiveOn(on);
                setAsked(null);
              }}
            />
          </div>
        </div>
        <OrderWhy
          key={JSON.stringify([kind, asked])}
          loanId={loan.id}
          asked={asked}
          missing={lack && say(lack.key, lack.values)}
          onAsk={() => operation && setAsked({ operation, ...(effectiveOn !== '' && { effectiveOn }) })}
          onOrdered={onClose}
        />
      </Flex>
    </Drawer>
  );
}

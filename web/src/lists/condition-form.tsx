import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useText } from '../i18n/use-text';
import { Secondary } from '../ui/secondary';
import { type Field, OPERATORS_OF, textOf } from './fields';
import { opWord } from './op-word';
import { ValueInput } from './value-input';

/** One more condition: a field, a comparison, a value. */
export function ConditionForm({
  fields,
  onAdd,
}: {
  fields: readonly Field[];
  onAdd: (text: string) => void;
}) {
  const say = useText();
  const [name, setName] = useState(fields[0]?.field ?? '');
  const [op, setOp] = useState<string>();
  const [value, setValue] = useState('');
  const field = fields.find((one) => one.field === name);
  if (field === undefined) return null;
  const operators: readonly string[] = OPERATORS_OF[field.kind];
  const chosen = operators.find((one) => one === op) ?? operators[0] ?? 'is';
  return (
    <Flex vertical gap={8} style={{ width: 260 }}>
      <Select
        aria-label={say('filter.field')}
        value={name}
        onChange={(next) => {
          setName(next);
          setValue('');
        }}
        options={fields.map((one) => ({ value: one.field, label: one.label }))}
      />
      <Select
        aria-label={say('filter.op')}
        value={chosen}
        onChange={setOp}
        options={operators.map((one) => ({ value: one, label: opWord(say, field, one) }))}
      />
      <ValueInput field={field} value={value} onChange={setValue} />
      <Button
        type="primary"
        disabled={value === ''}
        onClick={() => onAdd(textOf({ field: name, op: chosen, value }))}
      >
        {say('filter.apply')}
      </Button>
      {value === '' && <Secondary>{say('filter.needValue')}</Secondary>}
    </Flex>
  );
}

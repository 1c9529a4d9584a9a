import { Button, Flex, Popover, Select, Tag } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../i18n/language';
import { type Say, useText } from '../i18n/use-text';
import { moneyText } from '../ui/money';
import { Secondary } from '../ui/secondary';
import { type Condition, conditionOf, type Field, OPERATORS_OF, textOf } from './fields';
import { ValueInput } from './value-input';

interface ConditionsProps {
  fields: readonly Field[];
  where: readonly string[];
  onChange: (where: string[]) => void;
}

/** The conditions of a list as words that can be taken away, and a form to add one more. All of them hold. */
export function Conditions({ fields, where, onChange }: ConditionsProps) {
  const say = useText();
  useLanguage();
  const shown = where.flatMap((text) => {
    const condition = conditionOf(text);
    const field = fields.find((one) => one.field === condition?.field);
    return condition && field ? [{ text, words: wordsOf(say, field, condition) }] : [];
  });
  const without = (text: string) => where.filter((one) => one !== text);
  return (
    <>
      {shown.map(({ text, words }) => (
        <Tag
          key={text}
          color="blue"
          closable={{ 'aria-label': say('filter.remove', { text: words }) }}
          onClose={(event) => {
            event.preventDefault();
            onChange(without(text));
          }}
          className="condition"
        >
          {words}
        </Tag>
      ))}
      <AddCondition fields={fields} onAdd={(text) => onChange([...without(text), text])} />
      {shown.length > 1 && (
        <Button type="link" size="small" onClick={() => onChange([])}>
          {say('filter.clear')}
        </Button>
      )}
    </>
  );
}

const opWord = (say: Say, { kind }: Field, op: string): string =>
  op === 'min'
    ? say(kind === 'day' ? 'op.from' : 'op.min')
    : op === 'max'
      ? say(kind === 'day' ? 'op.until' : 'op.max')
      : say(op === 'not' ? 'op.not' : 'op.is');

function wordsOf(say: Say, field: Field, { op, value }: Condition): string {
  const values = value.split(',').map((one) => {
    if (field.kind === 'amount') return `¥${moneyText(one)}`;
    if (field.kind === 'flag') return say(one === 'yes' ? 'yes' : 'no');
    return field.options?.find((option) => option.value === one)?.label ?? one;
  });
  return `${field.label} ${opWord(say, field, op)} ${values.join('、')}`;
}

function AddCondition({ fields, onAdd }: { fields: readonly Field[]; onAdd: (text: string) => void }) {
  const say = useText();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(fields[0]?.field ?? '');
  const [op, setOp] = useState<string>();
  const [value, setValue] = useState('');
  const field = fields.find((one) => one.field === name);
  if (field === undefined) return null;
  const operators: readonly string[] = OPERATORS_OF[field.kind];
  const chosen = operators.find((one) => one === op) ?? operators[0] ?? 'is';
  const form = (
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
        onClick={() => {
          onAdd(textOf({ field: name, op: chosen, value }));
          setValue('');
          setOpen(false);
        }}
      >
        {say('filter.apply')}
      </Button>
      {value === '' && <Secondary>{say('filter.needValue')}</Secondary>}
    </Flex>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" content={form}>
      <Button aria-haspopup="dialog" aria-expanded={open}>
        {say('filter.add')}
      </Button>
    </Popover>
  );
}

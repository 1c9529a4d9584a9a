import { Button, Tag } from 'antd';
import { lazy } from 'react';
import { type Listed, useListed } from '../i18n/language';
import { type Say, useText } from '../i18n/use-text';
import { useCurrency } from '../ui/currency';
import { PopoverButton } from '../ui/popover-button';
import { type Condition, conditionOf, type Field } from './fields';
import { opWord } from './op-word';

const ConditionForm = lazy(() =>
  import('./condition-form').then((file) => ({ default: file.ConditionForm })),
);

interface ConditionsProps {
  fields: readonly Field[];
  where: readonly string[];
  onChange: (where: string[]) => void;
}

/** The conditions of a list as words that can be taken away, and a form to add one more. All of them hold. */
export function Conditions({ fields, where, onChange }: ConditionsProps) {
  const say = useText();
  const listed = useListed();
  const { amount } = useCurrency();
  const shown = where.flatMap((text) => {
    const condition = conditionOf(text);
    const field = fields.find((one) => one.field === condition?.field);
    return condition && field ? [{ text, words: wordsOf({ say, listed, amount }, field, condition) }] : [];
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
      <PopoverButton label={say('filter.add')} width={260}>
        {(close) => (
          <ConditionForm
            fields={fields}
            onAdd={(text) => {
              onChange([...without(text), text]);
              close();
            }}
          />
        )}
      </PopoverButton>
      {shown.length > 1 && (
        <Button type="link" size="small" onClick={() => onChange([])}>
          {say('filter.clear')}
        </Button>
      )}
    </>
  );
}

interface Words {
  say: Say;
  listed: Listed;
  amount: (minor: string) => string;
}

function wordsOf({ say, listed, amount }: Words, field: Field, { op, value }: Condition): string {
  const values = value.split(',').map((one) => {
    if (field.kind === 'amount') return amount(one);
    if (field.kind === 'flag') return say(one === 'yes' ? 'yes' : 'no');
    return field.options?.find((option) => option.value === one)?.label ?? one;
  });
  return `${field.label} ${opWord(say, field, op)} ${listed(values)}`;
}

import { YuanInput } from '../pages/studio/fields/amounts';
import { DayInput } from '../ui/day-input';
import { PlainSelect } from '../ui/plain-select';
import { BookingChoice } from './booking-choice';
import { FIELDS, groupOf, isAsked, type Kind, type OperationField } from './kinds';
import { useCode, useSay } from './use-words';
import type { Values } from './values';

interface FieldInputsProps {
  kind: Kind;
  loanId: string;
  today: string;
  values: Values;
  onChange: (values: Values) => void;
}

/** What one kind of operation asks for. */
export function FieldInputs({ kind, values, onChange, ...loan }: FieldInputsProps) {
  const say = useSay();
  return FIELDS[kind]
    .filter((field) => isAsked(field, values))
    .map((field) => (
      <div className="field" key={field.name}>
        <span aria-hidden>{`${say(field.label)}${field.optional ? ` (${say('order.optional')})` : ''}`}</span>
        <FieldInput
          {...loan}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(next) => onChange({ ...values, [field.name]: next })}
        />
      </div>
    ));
}

interface FieldInputProps {
  field: OperationField;
  loanId: string;
  today: string;
  value: string;
  onChange: (value: string) => void;
}

function FieldInput({ field, loanId, today, value, onChange }: FieldInputProps) {
  const say = useSay();
  const word = useCode();
  const label = say(field.label);
  const { input } = field;
  const plain = { 'aria-label': label, className: 'plain-field', value };
  switch (input.as) {
    case 'money':
      return (
        <YuanInput
          label={label}
          value={value === '' ? null : value}
          readOnly={false}
          onChange={(next) => onChange(next ?? '')}
        />
      );
    case 'day':
      return <DayInput label={label} value={value} min={today} onChange={onChange} />;
    case 'percent':
    case 'count':
      return (
        <input
          {...plain}
          inputMode={input.as === 'count' ? 'numeric' : 'decimal'}
          onChange={({ target }) => onChange(target.value.trim())}
        />
      );
    case 'shares':
      return <input {...plain} maxLength={4000} onChange={({ target }) => onChange(target.value)} />;
    case 'text':
      return <input {...plain} maxLength={80} onChange={({ target }) => onChange(target.value.trim())} />;
    case 'booking':
      return <BookingChoice label={label} loanId={loanId} value={value} onChange={onChange} />;
    case 'choice':
      return (
        <PlainSelect
          label={label}
          value={value}
          {...(field.optional && { none: say('order.unchanged') })}
          options={input.of.map((one) => ({
            value: one,
            label: word(groupOf(field.name), one),
          }))}
          onChange={(next) => onChange(next ?? '')}
        />
      );
    case 'several': {
      const chosen = value.split(',').filter((one) => one !== '');
      return input.of.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={({ target }) =>
              onChange(
                (target.checked ? [...chosen, one] : chosen.filter((other) => other !== one)).join(','),
              )
            }
          />{' '}
          {word('orderChoice', one)}
        </label>
      ));
    }
  }
}

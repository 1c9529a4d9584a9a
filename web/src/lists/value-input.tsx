import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useText } from '../i18n/use-text';
import { useCurrency } from '../ui/currency';
import { NO_CURRENCY } from '../ui/money-text';
import { Secondary } from '../ui/secondary';
import type { Field } from './fields';

interface ValueInputProps {
  field: Field;
  value: string;
  onChange: (value: string) => void;
}

/** Where the value of a condition is given: choices, an amount in the currency of the place, a number, or a day. Its text is the API's. */
export function ValueInput({ field, value, onChange }: ValueInputProps) {
  const say = useText();
  const { code, sign, digits } = useCurrency();
  const label = say('filter.value');
  switch (field.kind) {
    case 'code':
      return (
        <Select
          mode="multiple"
          aria-label={label}
          placeholder={label}
          value={value === '' ? [] : value.split(',')}
          onChange={(next: string[]) => onChange(next.join(','))}
          options={[...(field.options ?? [])]}
          style={{ width: '100%' }}
        />
      );
    case 'flag':
      return (
        <Select
          aria-label={label}
          placeholder={label}
          value={value === '' ? undefined : value}
          onChange={onChange}
          options={[
            { value: 'yes', label: say('yes') },
            { value: 'no', label: say('no') },
          ]}
          style={{ width: '100%' }}
        />
      );
    case 'day':
      return (
        <DatePicker
          aria-label={label}
          placeholder={label}
          value={value === '' ? null : dayjs(value)}
          onChange={(next) => onChange(next?.format('YYYY-MM-DD') ?? '')}
          style={{ width: '100%' }}
        />
      );
    default: {
      const amount = field.kind === 'amount';
      const precision = amount ? digits : 0;
      return (
        <>
          <InputNumber
            aria-label={label}
            placeholder={label}
            min={0}
            {...(amount && sign !== '' && { prefix: sign })}
            precision={precision}
            value={value === '' ? null : Number(value) / 10 ** precision}
            onChange={(next) => onChange(next === null ? '' : String(Math.round(next * 10 ** precision)))}
            style={{ width: '100%' }}
          />
          {amount && code === NO_CURRENCY && <Secondary>{say('filter.mixed')}</Secondary>}
        </>
      );
    }
  }
}

import { DatePicker } from 'antd';
import dayjs from 'dayjs';

const DATE = 'YYYY-MM-DD';

interface DayInputProps {
  label: string;
  /** A date, or nothing. */
  value: string;
  min?: string;
  max?: string;
  onChange: (on: string) => void;
}

/** A day to choose, in the language of the page; a browser's own field follows the browser's. */
export function DayInput({ label, value, min, max, onChange }: DayInputProps) {
  return (
    <DatePicker
      aria-label={label}
      value={value === '' ? null : dayjs(value)}
      minDate={min === undefined ? undefined : dayjs(min)}
      maxDate={max === undefined ? undefined : dayjs(max)}
      onChange={(next) => onChange(next?.format(DATE) ?? '')}
      style={{ width: '100%' }}
    />
  );
}

import { InputNumber } from 'antd';
import { useCurrency } from '../../../ui/currency';

interface NumberFieldProps<V> {
  label: string;
  value: V | null;
  readOnly: boolean;
  onChange: (next: V | null) => void;
  width?: number;
  min?: number;
}

/** Minor units as whole ones with the currency's decimals, exactly: the digits are moved as text. */
export const yuanOf = (minor: string, decimals = 2): string => {
  const negative = minor.startsWith('-');
  const digits = minor.replace('-', '').padStart(decimals + 1, '0');
  if (decimals === 0) return minor;
  return `${negative ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** An amount as typed into minor units. */
export function fenOf(yuan: string, decimals = 2): string {
  const [whole = '0', fraction = ''] = yuan.split('.');
  const text = `${whole}${fraction.padEnd(decimals, '0').slice(0, decimals)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return text === '' || text === '-' ? '0' : text;
}

/** An amount in the currency of the place. */
export function YuanInput({ label, value, readOnly, onChange, width = 150 }: NumberFieldProps<string>) {
  const { sign, digits } = useCurrency();
  return (
    <InputNumber<string>
      aria-label={label}
      stringMode
      prefix={sign}
      style={{ width }}
      value={value === null ? null : yuanOf(value, digits)}
      precision={digits}
      controls={false}
      disabled={readOnly}
      onChange={(next) => onChange(next === null || next === '' ? null : fenOf(String(next), digits))}
    />
  );
}

/** A whole number kept in small parts of a percent: basis points are a hundredth, parts per million a ten-thousandth. */
export function PercentInput({
  label,
  value,
  readOnly,
  onChange,
  width = 110,
  parts,
}: NumberFieldProps<number> & { parts: 1 | 100 | 10_000 }) {
  return (
    <InputNumber<number>
      aria-label={label}
      suffix="%"
      style={{ width }}
      value={value === null ? null : value / parts}
      precision={parts === 1 ? 0 : parts === 100 ? 2 : 4}
      controls={false}
      disabled={readOnly}
      onChange={(next) => onChange(next === null ? null : Math.round(next * parts))}
    />
  );
}

/** A whole number, with its unit where it has one. */
export function WholeInput({
  label,
  value,
  readOnly,
  onChange,
  width = 110,
  min,
  max,
  unit,
}: NumberFieldProps<number> & { max?: number | undefined; unit?: string | undefined }) {
  return (
    <InputNumber<number>
      aria-label={label}
      suffix={unit}
      style={{ width }}
      value={value}
      precision={0}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
      controls={false}
      disabled={readOnly}
      onChange={onChange}
    />
  );
}

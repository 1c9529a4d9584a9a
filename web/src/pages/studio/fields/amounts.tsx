import { InputNumber } from 'antd';

interface NumberFieldProps<V> {
  label: string;
  value: V | null;
  readOnly: boolean;
  onChange: (next: V | null) => void;
  width?: number;
  min?: number;
}

/** Minor units as yuan with two decimals, exactly: the digits are moved as text. */
export const yuanOf = (minor: string): string => {
  const negative = minor.startsWith('-');
  const digits = minor.replace('-', '').padStart(3, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Yuan as typed into minor units. */
export function fenOf(yuan: string): string {
  const [whole = '0', fraction = ''] = yuan.split('.');
  const text = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return text === '' || text === '-' ? '0' : text;
}

/** An amount in yuan. */
export function YuanInput({ label, value, readOnly, onChange, width = 150 }: NumberFieldProps<string>) {
  return (
    <InputNumber<string>
      aria-label={label}
      stringMode
      prefix="¥"
      style={{ width }}
      value={value === null ? null : yuanOf(value)}
      precision={2}
      controls={false}
      disabled={readOnly}
      onChange={(next) => onChange(next === null || next === '' ? null : fenOf(String(next)))}
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

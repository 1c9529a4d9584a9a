import { Select } from 'antd';
import { useText } from '../../../i18n/use-text';
import { useReasons } from '../../../ui/use-reasons';
import { PercentInput } from '../fields/amounts';
import { ROUTES, routeName } from './facts';

interface OutputInputProps {
  label: string;
  output: string;
  value: string | number | undefined;
  onChange: (value: string | number | undefined) => void;
}

/** A result of a row, typed by what the output is. */
export function OutputInput({ label, output, value, onChange }: OutputInputProps) {
  const say = useText();
  const { reasons, nameOf } = useReasons();
  const number = typeof value === 'number' ? value : null;
  if (output === 'rateBps' || output === 'maxAmountPercent')
    return (
      <PercentInput
        label={label}
        readOnly={false}
        width={96}
        parts={output === 'rateBps' ? 100 : 1}
        value={number}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  const options =
    output === 'severity'
      ? (['block', 'review'] as const).map((one) => ({ value: one, label: say(`studio.severity.${one}`) }))
      : output === 'route'
        ? ROUTES.map((one) => ({ value: one, label: routeName(say, one) }))
        : reasons.map(({ code }) => ({ value: code, label: nameOf(code) }));
  return (
    <Select
      aria-label={label}
      value={value === undefined || value === '' ? null : String(value)}
      allowClear={output === 'reason'}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ width: output === 'severity' ? 110 : 170 }}
      options={options}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

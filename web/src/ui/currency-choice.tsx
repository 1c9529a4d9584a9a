import { useText } from '../i18n/use-text';
import { PlainSelect } from './plain-select';

interface CurrencyChoiceProps {
  currencies: readonly string[];
  /** What was asked for: it stays to be seen though nothing is in it. */
  value: string | undefined;
  /** The words of all currencies together, where that is a choice; else it begins with the first. */
  all?: string;
  onChange: (currency: string | undefined) => void;
}

/** In which currency amounts are shown, where there is more than one. */
export function CurrencyChoice({ currencies, value, all, onChange }: CurrencyChoiceProps) {
  const say = useText();
  const known = [...new Set([...currencies, ...(value === undefined ? [] : [value])])];
  if (known.length < 2) return null;
  return (
    <PlainSelect
      label={say('currency')}
      value={value ?? (all === undefined ? known[0] : undefined)}
      {...(all !== undefined && { none: all })}
      options={known.map((code) => ({ value: code, label: code }))}
      onChange={onChange}
    />
  );
}

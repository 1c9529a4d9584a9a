interface PlainSelectProps<V extends string> {
  label: string;
  value: V | undefined;
  options: readonly { value: V; label: string }[];
  /** The words of the choice of none, where none may be chosen. */
  none?: string;
  onChange: (value: V | undefined) => void;
}

/** The browser's own choice of one: light, and at home on a phone. */
export function PlainSelect<V extends string>({
  label,
  value,
  options,
  none,
  onChange,
}: PlainSelectProps<V>) {
  return (
    <select
      aria-label={label}
      className="plain-field plain-select"
      value={value ?? ''}
      onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

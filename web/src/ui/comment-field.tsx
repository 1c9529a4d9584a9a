import { Input } from 'antd';

/** Where a person says why, in their own words; as long as the API takes it. */
export function CommentField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <Input.TextArea
      aria-label={label}
      placeholder={label}
      rows={3}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

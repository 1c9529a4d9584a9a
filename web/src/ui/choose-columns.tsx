import { Select } from 'antd';
import { useText } from '../i18n/use-text';

interface ChooseColumnsProps {
  all: readonly { key: string; title: string }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}

/** Which columns a list shows; what is hidden is kept in the address. */
export function ChooseColumns({ all, hidden, onChange }: ChooseColumnsProps) {
  const say = useText();
  return (
    <Select
      mode="multiple"
      aria-label={say('columns')}
      maxTagCount={0}
      maxTagPlaceholder={() => say('columns')}
      value={all.map(({ key }) => key).filter((key) => !hidden.includes(key))}
      onChange={(shown) => onChange(all.map(({ key }) => key).filter((key) => !shown.includes(key)))}
      options={all.map(({ key, title }) => ({ value: key, label: title }))}
      style={{ minWidth: 110 }}
      showSearch={false}
      popupMatchSelectWidth={200}
    />
  );
}

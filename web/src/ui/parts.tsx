import { Flex, Select, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import { useNarrow } from './use-media';

export interface Part {
  key: string;
  label: string;
  children: ReactNode;
}

/** Parts of a page as tabs; on a phone, where they do not fit beside each other, as a choice. */
export function Parts({
  active,
  parts,
  onChange,
}: {
  active: string;
  parts: Part[];
  onChange: (key: string) => void;
}) {
  const say = useText();
  const narrow = useNarrow();
  if (!narrow) return <Tabs activeKey={active} onChange={onChange} items={parts} />;
  return (
    <Flex vertical gap={12}>
      <Select
        aria-label={say('part')}
        value={active}
        options={parts.map(({ key, label }) => ({ value: key, label }))}
        onChange={onChange}
      />
      {parts.find(({ key }) => key === active)?.children}
    </Flex>
  );
}

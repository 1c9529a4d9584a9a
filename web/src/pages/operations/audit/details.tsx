import { Flex } from 'antd';
import type { ReactNode } from 'react';
import type { components } from '../../../api/generated';
import { InCurrency } from '../../../ui/currency';
import { Filters } from './filters';
import { useCode } from './use-words';
import { useShown } from './value';

type Entry = components['schemas']['FoundAuditEntry'];

interface DetailsProps {
  entry: Entry;
  nameOf: (userId: string) => ReactNode;
}

/** What an entry of the record says, each detail by its name and in words. */
export function Details({ entry: { action, data, currency }, nameOf }: DetailsProps) {
  const code = useCode();
  const shown = useShown(nameOf);
  const named = (name: string) =>
    action === 'notifications.changed' ? code('topic', name) : code('auditField', name);
  return (
    <InCurrency code={currency ?? undefined}>
      <Flex gap="2px 12px" wrap className="audit-data">
        {Object.entries(data).map(([name, value]) => (
          <span key={name}>
            {named(name)}: {name === 'filters' ? <Filters of={data} /> : shown(action, name, value)}
          </span>
        ))}
      </Flex>
    </InCurrency>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Flex, Select } from 'antd';
import { ProblemAlert } from '../ui/problem-alert';
import { Secondary } from '../ui/secondary';
import { type InventedPerson, invent, useSay, useScenarios } from './use-magic';

/** In test mode: a choice of what should happen, which fills a form with somebody invented to whom it does. */
export default function FillPerson({ onPerson }: { onPerson: (person: InventedPerson) => void }) {
  const say = useSay();
  const scenarios = useScenarios();
  const fill = useMutation({
    mutationFn: (scenario: string) => invent(scenario === '' ? undefined : scenario),
    onSuccess: onPerson,
  });
  return (
    <Flex vertical gap={4} style={{ marginBottom: 16 }}>
      <label htmlFor="fill-person">{say('magic.fill')}</label>
      <Select
        id="fill-person"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={say('magic.scenario')}
        options={scenarios}
        loading={fill.isPending}
        onChange={(scenario: string) => fill.mutate(scenario)}
      />
      <Secondary>{say('magic.fillHelp')}</Secondary>
      <ProblemAlert error={fill.error} />
    </Flex>
  );
}

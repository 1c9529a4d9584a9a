import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';

const BY = {
  idNo: 'customers.searchIdNo',
  phone: 'customers.searchPhone',
  name: 'customers.searchName',
} as const;
type By = keyof typeof BY;

interface FindCustomerProps {
  onFound: (customers: components['schemas']['Customer'][] | undefined) => void;
}

/** Looks somebody up. What is typed stays out of the address, which is logged, kept and sent around. */
export function FindCustomer({ onFound }: FindCustomerProps) {
  const say = useText();
  const [by, setBy] = useState<By>('idNo');
  const [text, setText] = useState('');
  const [shown, setShown] = useState(false);
  const [lacking, setLacking] = useState(false);
  const find = useMutation({
    mutationFn: async () =>
      answerOf(await api.POST('/v1/customers/search', { body: { [by]: text.trim() } })).data,
    onSuccess: (found) => {
      setShown(true);
      onFound(found);
    },
  });
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setLacking(text.trim() === '');
          if (text.trim() !== '') find.mutate();
        }}
      >
        <Flex gap={8} wrap>
          <Select
            aria-label={say('customers.searchIn')}
            value={by}
            onChange={setBy}
            options={Object.entries(BY).map(([value, label]) => ({ value, label: say(label) }))}
            style={{ minWidth: 130 }}
          />
          <Input
            aria-label={say('customers.search')}
            placeholder={say('customers.search')}
            value={text}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
            style={{ flex: '1 1 220px', maxWidth: 420 }}
          />
          <Button type="primary" htmlType="submit" loading={find.isPending}>
            {say('find')}
          </Button>
          {shown && (
            <Button
              onClick={() => {
                setShown(false);
                setText('');
                onFound(undefined);
              }}
            >
              {say('customers.searchOff')}
            </Button>
          )}
        </Flex>
        {lacking && text.trim() === '' && (
          <div role="alert">
            <Secondary>{say('customers.needText')}</Secondary>
          </div>
        )}
      </form>
      <ProblemAlert error={find.error} />
    </>
  );
}

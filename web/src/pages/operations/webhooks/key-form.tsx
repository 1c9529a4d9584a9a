import { useMutation, useQuery } from '@tanstack/react-query';
import { Flex, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useWord } from '../../../i18n/use-text';
import { ProblemAlert } from '../../../ui/problem-alert';
import { Secondary } from '../../../ui/secondary';
import { useSay } from './use-words';

/** Partners for whom a key can be made. */
export function usePartners() {
  const { data = [] } = useQuery({
    queryKey: ['partners'],
    queryFn: async () => answerOf(await api.GET('/v1/partners')).data,
  });
  return data;
}

/** What the role of partners permits; a key may do all of it or less. */
function useScopes() {
  const word = useWord();
  const { data = [] } = useQuery({
    queryKey: ['roles'],
    queryFn: async () => answerOf(await api.GET('/v1/roles')).data,
  });
  const partner = data.find(({ role }) => role === 'partner');
  return (partner?.permissions ?? []).map(({ action, subject }) => ({
    value: `${action}:${subject}`,
    label: `${word('action', action)} ${word('thing', subject)}`,
  }));
}

/** Makes a key for a partner's system. */
export function KeyForm({ onDone, onLeave }: { onDone: (key: string) => void; onLeave: () => void }) {
  const say = useSay();
  const partners = usePartners().filter(({ active }) => active);
  const options = useScopes();
  const [partnerId, setPartner] = useState<string>();
  const [label, setLabel] = useState('');
  const [once] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState<readonly string[]>();
  const scopes = chosen ?? options.map(({ value }) => value);
  const make = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/api-keys', {
          params: { header: oneKey(once) },
          body: { partnerId, label, scopes: [...scopes] },
        }),
      ).key,
    onSuccess: onDone,
  });
  const lacking = partnerId === undefined || label.trim() === '' || scopes.length === 0;
  return (
    <Modal
      open
      title={say('key.new')}
      okText={say('key.new')}
      okButtonProps={{ disabled: lacking, loading: make.isPending }}
      onOk={() => make.mutate()}
      onCancel={onLeave}
    >
      <Flex vertical gap={8}>
        <label htmlFor="key-partner">{say('key.partner')}</label>
        <Select
          id="key-partner"
          value={partnerId}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPartner}
        />
        <label htmlFor="key-label">{say('key.label')}</label>
        <Input
          id="key-label"
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        <label htmlFor="key-scopes">{say('key.scopes')}</label>
        <Select
          id="key-scopes"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...scopes]}
          options={options}
          onChange={setChosen}
        />
        {lacking && <Secondary>{say('key.needs')}</Secondary>}
        <ProblemAlert error={make.error} />
      </Flex>
    </Modal>
  );
}

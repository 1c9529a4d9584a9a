import { useMutation } from '@tanstack/react-query';
import { Checkbox, Flex, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, ifVersion, oneKey } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';
import { useLanguage } from '../../../i18n/language';
import { PlainSelect } from '../../../ui/plain-select';
import { ProblemAlert } from '../../../ui/problem-alert';
import { Secondary } from '../../../ui/secondary';
import { useEventKinds } from './use-event-kinds';
import { useSay } from './use-words';

export type Endpoint = components['schemas']['Webhook'];
type Types = components['schemas']['CreateWebhook']['eventTypes'];
const ALL: Types = ['*'];
type MailLanguage = NonNullable<Endpoint['contact']>['language'];
const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] as const;

interface EndpointFormProps {
  endpoint: Endpoint | null;
  /** Told of the new endpoint's secret, or of none where one was changed. */
  onDone: (secret: string | null) => void;
  onLeave: () => void;
}

/** Makes an endpoint that is told of events, or changes which and where. */
export function EndpointForm({ endpoint, onDone, onLeave }: EndpointFormProps) {
  const say = useSay();
  const language = useLanguage();
  const kinds = useEventKinds();
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [everything, setEverything] = useState(endpoint?.eventTypes.includes('*') ?? true);
  const [chosen, setChosen] = useState<readonly string[]>(
    endpoint?.eventTypes.filter((type) => type !== '*') ?? [],
  );
  const [mail, setMail] = useState(endpoint?.contact?.mail ?? '');
  const [mailLanguage, setMailLanguage] = useState<MailLanguage>(endpoint?.contact?.language ?? language);
  const [key] = useState(() => crypto.randomUUID());
  const save = useMutation({
    mutationFn: async () => {
      const eventTypes = everything ? ALL : ([...chosen] as Types);
      const plain = { url, description, eventTypes };
      const contact = mail === '' ? null : { mail, language: mailLanguage };
      if (endpoint === null) {
        const body = contact === null ? plain : { ...plain, contact };
        return answerOf(await api.POST('/v1/webhooks', { params: { header: oneKey(key) }, body })).secret;
      }
      const params = { header: ifVersion(endpoint.version), path: { id: endpoint.id } };
      answerOf(await api.PATCH('/v1/webhooks/{id}', { params, body: { ...plain, contact } }));
      return null;
    },
    onSuccess: onDone,
  });
  const lacking = !/^https?:\/\/\S+$/.test(url) || (!everything && chosen.length === 0);
  return (
    <Modal
      open
      title={say(endpoint === null ? 'hook.new' : 'hook.change')}
      okText={say('hook.save')}
      okButtonProps={{ disabled: lacking, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onLeave}
    >
      <Flex vertical gap={8}>
        <label htmlFor="hook-url">{say('hook.url')}</label>
        <Input
          id="hook-url"
          inputMode="url"
          placeholder="https://"
          maxLength={500}
          value={url}
          onChange={(event) => setUrl(event.target.value.trim())}
        />
        <label htmlFor="hook-description">{say('hook.description')}</label>
        <Input
          id="hook-description"
          maxLength={200}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <label htmlFor="hook-mail">{say('hook.mail')}</label>
        <Flex gap={8}>
          <Input
            id="hook-mail"
            type="email"
            maxLength={120}
            value={mail}
            onChange={(event) => setMail(event.target.value.trim())}
          />
          <PlainSelect
            label={say('hook.mailLanguage')}
            value={mailLanguage}
            options={LANGUAGES}
            onChange={(next) => setMailLanguage(next ?? language)}
          />
        </Flex>
        <Secondary>{say('hook.mailHelp')}</Secondary>
        <label htmlFor="hook-events">{say('hook.events')}</label>
        <Checkbox checked={everything} onChange={({ target }) => setEverything(target.checked)}>
          {say('hook.all')}
        </Checkbox>
        {!everything && (
          <Select
            id="hook-events"
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={[...chosen]}
            options={kinds.options}
            onChange={setChosen}
          />
        )}
        {lacking && <Secondary>{say('hook.needs')}</Secondary>}
        <ProblemAlert error={save.error} />
      </Flex>
    </Modal>
  );
}

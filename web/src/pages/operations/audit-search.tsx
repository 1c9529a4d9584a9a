import { useQuery } from '@tanstack/react-query';
import { DatePicker, Flex, Input, Select, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';
import { useText, useWord } from '../../i18n/use-text';
import { ListTable } from '../../ui/list-table';
import { ShortId } from '../../ui/short-id';
import { useFilters } from '../../ui/use-filters';
import { usePages } from '../../ui/use-pages';
import { When } from '../../ui/when';
import { Details } from './audit/details';
import { Subject } from './audit/subject';
import { useActions } from './audit/use-actions';
import { useCode } from './audit/use-words';

type Entry = components['schemas']['FoundAuditEntry'];

/** Who did what, when, to which thing. */
export function AuditSearch() {
  const say = useText();
  const word = useWord();
  const code = useCode();
  const actions = useActions();
  const session = useSession();
  const [filters, setFilters] = useFilters(['actor', 'action', 'subject', 'from', 'to']);
  const { actor: actorId, action, subject, from, to } = filters;
  const people = useQuery({
    queryKey: ['users', 'names'],
    queryFn: async () => answerOf(await api.GET('/v1/users', { params: { query: { limit: 200 } } })).data,
    enabled: permits(session, 'read', 'Staff'),
  });
  const list = usePages<Entry>(['audit', actorId, action, subject, from, to], async (cursor) =>
    answerOf(
      await api.GET('/v1/audit/entries', {
        params: { query: { actorId, action, subject, from, to, cursor, limit: 50 } },
      }),
    ),
  );
  const nameOf = (id: string) =>
    people.data?.find((one) => one.id === id)?.displayName ??
    (id.includes('_') ? <ShortId id={id} /> : word('actor', id));
  const columns: TableColumnsType<Entry> = [
    { key: 'at', title: say('find.at'), render: (_, one) => <When at={one.at} /> },
    { key: 'actor', title: say('find.actor'), render: (_, one) => nameOf(one.actorId) },
    { key: 'action', title: say('find.action'), render: (_, one) => code('audit', one.action) },
    { key: 'subject', title: say('find.subject'), render: (_, one) => <Subject id={one.subject} /> },
    {
      ...{ key: 'data', title: say('find.data') },
      render: (_, one) => <Details entry={one} nameOf={nameOf} />,
    },
  ];
  const day = (name: 'from' | 'to') => (
    <DatePicker
      aria-label={say(`find.${name}`)}
      placeholder={say(`find.${name}`)}
      value={filters[name] === undefined ? null : dayjs(filters[name])}
      onChange={(next) => setFilters({ [name]: next?.format('YYYY-MM-DD') })}
    />
  );
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={say('find.actor')}
          placeholder={say('find.actor')}
          value={actorId}
          style={{ minWidth: 160 }}
          onChange={(next) => setFilters({ actor: next })}
          options={[
            { value: 'system', label: word('actor', 'system') },
            ...(people.data ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
          ]}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={say('find.action')}
          placeholder={say('find.action')}
          value={action}
          style={{ minWidth: 200 }}
          onChange={(next) => setFilters({ action: next })}
          options={actions.map((value) => ({ value, label: code('audit', value) }))}
        />
        <Input
          allowClear
          aria-label={say('find.subject')}
          placeholder={say('find.subject')}
          defaultValue={subject}
          style={{ width: 280 }}
          onPressEnter={(event) => setFilters({ subject: event.currentTarget.value.trim() })}
          onBlur={(event) => setFilters({ subject: event.target.value.trim() })}
        />
        {day('from')}
        {day('to')}
      </Flex>
      <ListTable<Entry>
        {...list}
        columns={columns}
        rowKey={(one) => one.id}
        empty={say('find.none')}
        card={(one) => (
          <Flex vertical gap={4}>
            <Flex justify="space-between">
              <strong>{code('audit', one.action)}</strong>
              <When at={one.at} />
            </Flex>
            <Flex justify="space-between">
              <span>{nameOf(one.actorId)}</span>
            </Flex>
            <Subject id={one.subject} />
            <Details entry={one} nameOf={nameOf} />
          </Flex>
        )}
      />
    </Flex>
  );
}

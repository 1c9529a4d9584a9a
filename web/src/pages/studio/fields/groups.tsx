import { DeleteOutlined, DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Typography } from 'antd';
import { useText } from '../../../i18n/use-text';
import type { Field, Group, ListField } from './field';
import { FieldInput } from './field-input';
import { at, type Json, put } from './json';

interface FormProps {
  form: Json;
  readOnly: boolean;
  onChange: (form: Json) => void;
}

/** Fields with their labels, as many beside each other as there is room for. */
export function FieldGrid({
  fields,
  within,
  ...props
}: FormProps & { fields: readonly Field[]; within?: string }) {
  const say = useText();
  return (
    <div className="field-grid">
      {fields
        .filter(({ when }) => when?.(props.form) ?? true)
        .map((field) => {
          const label = say(field.label);
          return (
            <div key={field.path} className={field.kind.as === 'named' ? 'field wide-field' : 'field'}>
              <Typography.Text type="secondary">{label}</Typography.Text>
              <FieldInput
                field={field}
                label={within === undefined ? label : `${within} ${label}`}
                {...props}
              />
            </div>
          );
        })}
    </div>
  );
}

/** A form in groups, each under its heading. */
export function Groups({ groups, ...props }: FormProps & { groups: readonly Group[] }) {
  const say = useText();
  return (
    <div className="form-groups">
      {groups
        .filter(({ when }) => when?.(props.form) ?? true)
        .map(({ title, fields, list }) => (
          <Card key={title} size="small" title={say(title)}>
            <Flex vertical gap={12}>
              {fields && <FieldGrid fields={fields} {...props} />}
              {list && <EntryList list={list} {...props} />}
            </Flex>
          </Card>
        ))}
    </div>
  );
}

/** Entries of a list: filled in alike, moved, added and taken away. */
export function EntryList({ list, form, readOnly, onChange }: FormProps & { list: ListField }) {
  const say = useText();
  const found = at(form, list.path);
  const entries = Array.isArray(found) ? found : [];
  const set = (next: Json[]) => onChange(put(form, list.path, next));
  const swap = (index: number, other: number) =>
    set(entries.map((one, here) => entries[here === index ? other : here === other ? index : here] ?? one));
  return (
    <Flex vertical gap={8}>
      {entries.length === 0 && <Typography.Text type="secondary">{say('studio.list.empty')}</Typography.Text>}
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
        <div key={index} className="entry">
          <FieldGrid
            fields={list.fields}
            form={entry}
            readOnly={readOnly}
            within={`${say(list.label)} ${index + 1}`}
            onChange={(next) => set(entries.map((one, here) => (here === index ? next : one)))}
          />
          {!readOnly && (
            <Flex gap={4}>
              <Button
                size="small"
                type="text"
                icon={<UpOutlined />}
                aria-label={say('studio.up', { n: index + 1 })}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <Button
                size="small"
                type="text"
                icon={<DownOutlined />}
                aria-label={say('studio.down', { n: index + 1 })}
                disabled={index === entries.length - 1}
                onClick={() => swap(index, index + 1)}
              />
              <Button
                size="small"
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={say('studio.delete', { n: index + 1 })}
                onClick={() => set(entries.filter((_, here) => here !== index))}
              />
            </Flex>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          icon={<PlusOutlined />}
          onClick={() => set([...entries, list.blank])}
          style={{ alignSelf: 'start' }}
        >
          {say('studio.add', { what: say(list.label) })}
        </Button>
      )}
    </Flex>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Select, Typography } from 'antd';
import { useText } from '../../../i18n/use-text';
import { EntryList, FieldGrid, Groups } from '../fields/groups';
import type { Json } from '../fields/json';
import { type FactBook, ROUTES, routeName } from '../table/facts';
import { RuleGrid } from '../table/rule-grid';
import type { Content } from '../use-policies';
import { CEILING_GROUP, LEVEL_FIELDS } from './plain-specs';

type Authority = Extract<Content, { kind: 'authority' }>['form'];

interface AuthorityFormProps {
  form: Authority;
  facts: FactBook;
  readOnly: boolean;
  marks: ReadonlySet<string>;
  onChange: (form: Authority) => void;
}

/** Who decides: the table that finds the route, the levels of each route, ceilings by role, and who hears a complaint. */
export function AuthorityForm({ form, facts, readOnly, marks, onChange }: AuthorityFormProps) {
  const say = useText();
  const unused = ROUTES.filter(
    (route) => route !== 'AUTO' && route !== 'DECLINE' && !form.routes.some((one) => one.route === route),
  );
  return (
    <Flex vertical gap={12}>
      <Card size="small" title={say('studio.g.routeTable')}>
        <RuleGrid
          {...{ facts, readOnly, marks }}
          table={form.table}
          onChange={(table) => onChange({ ...form, table })}
        />
      </Card>
      <Card size="small" title={say('studio.g.routes')}>
        <Flex vertical gap={12}>
          {form.routes.map((one, at) => (
            <div key={one.route}>
              <Typography.Text strong>{routeName(say, one.route)}</Typography.Text>
              <EntryList
                list={{
                  path: 'levels',
                  label: 'task.level',
                  fields: LEVEL_FIELDS,
                  blank: { ...form.declineReview },
                }}
                form={one as Json}
                readOnly={readOnly}
                onChange={(next) =>
                  onChange({
                    ...form,
                    routes: form.routes.map((other, here) => (here === at ? (next as typeof one) : other)),
                  })
                }
              />
            </div>
          ))}
          {!readOnly && unused.length > 0 && (
            <Flex gap={8} align="center">
              <PlusOutlined />
              <Select
                aria-label={say('studio.route.add')}
                placeholder={say('studio.route.add')}
                value={null}
                style={{ minWidth: 200 }}
                options={unused.map((route) => ({ value: route, label: routeName(say, route) }))}
                onChange={(route: (typeof unused)[number] | null) =>
                  route &&
                  onChange({ ...form, routes: [...form.routes, { route, levels: [form.declineReview] }] })
                }
              />
            </Flex>
          )}
          {!readOnly && form.routes.some(({ levels }) => levels.length === 0) && (
            <Button
              onClick={() =>
                onChange({ ...form, routes: form.routes.filter(({ levels }) => levels.length > 0) })
              }
            >
              {say('studio.route.clean')}
            </Button>
          )}
        </Flex>
      </Card>
      <Groups
        groups={[CEILING_GROUP]}
        form={form as Json}
        readOnly={readOnly}
        onChange={(next) => onChange(next as Authority)}
      />
      <Card size="small" title={say('studio.g.declineReview')}>
        <FieldGrid
          fields={LEVEL_FIELDS}
          form={form.declineReview as Json}
          readOnly={readOnly}
          within={say('studio.g.declineReview')}
          onChange={(next) => onChange({ ...form, declineReview: next as Authority['declineReview'] })}
        />
      </Card>
    </Flex>
  );
}

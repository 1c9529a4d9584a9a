import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Collapse, Flex, Input, InputNumber, Select } from 'antd';
import { useNamed } from '../../../i18n/language';
import { useText } from '../../../i18n/use-text';
import { useReasons } from '../../../ui/use-reasons';
import { WideTable } from '../../../ui/wide-table';
import { EntryList, FieldGrid, Groups } from '../fields/groups';
import type { Json } from '../fields/json';
import type { FactBook } from '../table/facts';
import type { Content } from '../use-policies';
import { BinInput } from './bin-input';
import { CUT_OFFS, RATIO_GROUPS, SCALE_FIELDS } from './plain-specs';
import { pointsOf, woeFor } from './points';
import { Qualities } from './qualities';

type Card_ = Extract<Content, { kind: 'scorecard' }>['form'];
type Points = Extract<Card_, { model: 'points' }>;
type Variable = Points['variables'][number];

interface ScorecardFormProps<C> {
  form: C;
  facts: FactBook;
  readOnly: boolean;
  onChange: (form: C) => void;
}

/** A score card: characteristics with their bins and points, and the scores from which a grade begins. */
export function ScorecardForm({ form, ...props }: ScorecardFormProps<Card_>) {
  if (form.model === 'points') return <PointsForm form={form} {...props} />;
  const { readOnly, onChange, facts } = props;
  return (
    <Flex vertical gap={12}>
      <Groups
        groups={RATIO_GROUPS}
        form={form as Json}
        readOnly={readOnly}
        onChange={(next) => onChange(next as Card_)}
      />
      <Qualities form={form} facts={facts} readOnly={readOnly} onChange={onChange} />
    </Flex>
  );
}

function PointsForm({ form, facts, readOnly, onChange }: ScorecardFormProps<Points>) {
  const say = useText();
  const named = useNamed();
  const set = (at: number, next: Variable | null) =>
    onChange({
      ...form,
      variables: form.variables.flatMap((one, here) => (here === at ? (next === null ? [] : [next]) : [one])),
    });
  const unused = [...facts.values()].filter(({ fact }) => !form.variables.some(({ name }) => name === fact));
  const asJson = (next: Json) => onChange(next as Points);
  return (
    <Flex vertical gap={12}>
      <Card size="small" title={say('studio.g.scale')}>
        <FieldGrid fields={SCALE_FIELDS} form={form as Json} readOnly={readOnly} onChange={asJson} />
      </Card>
      <Card size="small" title={say('studio.g.grades')}>
        {CUT_OFFS.list && (
          <EntryList list={CUT_OFFS.list} form={form as Json} readOnly={readOnly} onChange={asJson} />
        )}
      </Card>
      <Card size="small" title={say('studio.g.variables')}>
        <Collapse
          items={form.variables.map((variable, at) => ({
            key: variable.name,
            label: `${named(variable.names)} · ${rangeOfPoints(form, variable)}`,
            children: (
              <VariableForm {...{ form, variable, facts, readOnly }} onChange={(next) => set(at, next)} />
            ),
          }))}
        />
        {!readOnly && (
          <Select
            aria-label={say('studio.variable.add')}
            placeholder={say('studio.variable.add')}
            value={null}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ minWidth: 220, marginTop: 12 }}
            options={unused.map(({ fact, names }) => ({ value: fact, label: named(names) }))}
            onChange={(fact: string | null) => {
              const known = fact === null ? undefined : facts.get(fact);
              if (!known) return;
              const blank: Variable = {
                ...{
                  name: known.fact,
                  names: known.names,
                  beta: '-0.5',
                  reasonCode: form.variables[0]?.reasonCode ?? '',
                },
                bins: [
                  { label: '1', when: { kind: 'range', from: null, to: null }, woe: '0' },
                  { label: '2', when: { kind: 'missing' }, woe: '0' },
                ],
              };
              onChange({ ...form, variables: [...form.variables, blank] });
            }}
          />
        )}
      </Card>
    </Flex>
  );
}

function rangeOfPoints(form: Points, { beta, bins }: Variable): string {
  const points = bins.map(({ woe }) => Math.round(pointsOf(form, beta, woe)));
  return `${Math.min(...points)} … ${Math.max(...points)}`;
}

interface VariableFormProps {
  form: Points;
  variable: Variable;
  facts: FactBook;
  readOnly: boolean;
  onChange: (variable: Variable | null) => void;
}

function VariableForm({ form, variable, facts, readOnly, onChange }: VariableFormProps) {
  const say = useText();
  const named = useNamed();
  const { reasons, nameOf } = useReasons();
  const { bins, beta } = variable;
  type Bin = Variable['bins'][number];
  const setBin = (at: number, bin: Bin) =>
    onChange({ ...variable, bins: bins.map((one, here) => (here === at ? bin : one)) });
  const cell = (at: number, what: string) =>
    say('studio.cell', { row: at + 1, what: `${named(variable.names)} ${what}` });
  return (
    <Flex vertical gap={8}>
      <Flex wrap gap={12} align="center">
        <span>{say('studio.f.beta')}</span>
        <Input
          aria-label={`${named(variable.names)} ${say('studio.f.beta')}`}
          value={beta}
          disabled={readOnly}
          style={{ width: 90 }}
          onChange={(event) => onChange({ ...variable, beta: event.target.value })}
        />
        <span>{say('studio.f.reason')}</span>
        <Select
          aria-label={`${named(variable.names)} ${say('studio.f.reason')}`}
          value={variable.reasonCode}
          disabled={readOnly}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 200 }}
          options={reasons.map(({ code }) => ({ value: code, label: nameOf(code) }))}
          onChange={(reasonCode) => onChange({ ...variable, reasonCode })}
        />
        {!readOnly && (
          <Button
            danger
            size="small"
            icon={<DeleteOutlined />}
            disabled={form.variables.length === 1}
            onClick={() => onChange(null)}
          >
            {say('studio.variable.remove')}
          </Button>
        )}
      </Flex>
      <WideTable<Bin>
        rowKey={(bin) => bins.indexOf(bin)}
        dataSource={bins}
        columns={[
          {
            key: 'label',
            title: say('studio.bin'),
            render: (_, bin, at) => (
              <Input
                aria-label={cell(at, say('studio.bin'))}
                value={bin.label}
                disabled={readOnly}
                style={{ width: 130 }}
                onChange={(event) => setBin(at, { ...bin, label: event.target.value })}
              />
            ),
          },
          {
            key: 'when',
            title: say('studio.bin.when'),
            render: (_, bin, at) => (
              <BinInput
                label={cell(at, say('studio.bin.when'))}
                when={bin.when}
                fact={facts.get(variable.name)}
                readOnly={readOnly}
                onChange={(when) => setBin(at, { ...bin, when })}
              />
            ),
          },
          {
            key: 'points',
            title: say('studio.points'),
            align: 'right',
            render: (_, bin, at) => (
              <InputNumber<number>
                aria-label={cell(at, say('studio.points'))}
                value={Number(pointsOf(form, beta, bin.woe).toFixed(1))}
                precision={1}
                controls={false}
                disabled={readOnly}
                style={{ width: 80 }}
                onChange={(points) =>
                  points !== null && setBin(at, { ...bin, woe: woeFor(form, beta, points) })
                }
              />
            ),
          },
          {
            key: 'woe',
            title: say('studio.woe'),
            align: 'right',
            render: (_, bin, at) => (
              <Input
                aria-label={cell(at, say('studio.woe'))}
                value={bin.woe}
                disabled={readOnly}
                style={{ width: 90 }}
                onChange={(event) => setBin(at, { ...bin, woe: event.target.value })}
              />
            ),
          },
          ...(readOnly
            ? []
            : [
                {
                  key: 'do',
                  title: say('studio.row.do'),
                  render: (_: unknown, __: Bin, at: number) => (
                    <Button
                      size="small"
                      type="text"
                      danger
                      icon={<DeleteOutlined />}
                      aria-label={say('studio.delete', { n: at + 1 })}
                      disabled={bins.length <= 2}
                      onClick={() =>
                        onChange({ ...variable, bins: bins.filter((_one, here) => here !== at) })
                      }
                    />
                  ),
                },
              ]),
        ]}
      />
      {!readOnly && (
        <Button
          icon={<PlusOutlined />}
          style={{ alignSelf: 'start' }}
          onClick={() =>
            onChange({
              ...variable,
              bins: [...bins, { label: String(bins.length + 1), when: { kind: 'missing' }, woe: '0' }],
            })
          }
        >
          {say('studio.add', { what: say('studio.bin') })}
        </Button>
      )}
    </Flex>
  );
}

import { Flex, Select } from 'antd';
import { useNamed } from '../../../i18n/language';
import { useText } from '../../../i18n/use-text';
import { PercentInput, WholeInput, YuanInput } from '../fields/amounts';
import type { Fact, FactBook, Test } from './facts';

const NUMBER_OPS = ['at_least', 'at_most', 'above', 'below', 'between', 'is', 'is_not'] as const;
const WORD_OPS = ['is', 'is_not', 'one_of', 'none_of'] as const;
const FACT_OPS = ['above_fact', 'at_least_fact', 'below_fact', 'at_most_fact'] as const;
type Op = Test['op'];

const isNumber = ({ unit }: Fact) => unit !== 'choice' && unit !== 'flag';

/** Operators that can be asked of a fact. */
function opsFor(fact: Fact, facts: FactBook): Op[] {
  const missing: Op[] = fact.mayMiss ? ['missing', 'given'] : [];
  if (fact.unit === 'flag') return ['is', ...missing];
  if (!isNumber(fact)) return [...WORD_OPS, ...missing];
  const others = [...facts.values()].some((one) => one.unit === fact.unit && one.fact !== fact.fact);
  return [...NUMBER_OPS, ...(others ? FACT_OPS : []), ...missing];
}

/** The first test of a fact that a new condition begins with. */
export function firstTest(fact: Fact): Test {
  if (fact.unit === 'flag') return { op: 'is', value: true };
  return isNumber(fact)
    ? { op: 'at_least', value: 0 }
    : { op: 'one_of', values: [fact.choices?.[0]?.value ?? ''] };
}

/** The same asked in another way, keeping what was typed where it still makes sense. */
function withOp(old: Test, op: Op, fact: Fact, facts: FactBook): Test {
  const values = 'values' in old ? old.values : 'value' in old ? [old.value] : [];
  const [first] = values;
  const number = typeof first === 'number' ? first : 'from' in old ? old.from : 0;
  switch (op) {
    case 'missing':
    case 'given':
      return { op };
    case 'between':
      return { op, from: number, to: 'to' in old ? old.to : number };
    case 'one_of':
    case 'none_of':
      return { op, values: values.length > 0 ? values : [fact.choices?.[0]?.value ?? 0] };
    case 'is':
    case 'is_not':
      return {
        op,
        value:
          fact.unit === 'flag' ? true : isNumber(fact) ? number : (first ?? fact.choices?.[0]?.value ?? ''),
      };
    case 'below_fact':
    case 'at_most_fact':
    case 'above_fact':
    case 'at_least_fact': {
      const other = [...facts.values()].find((one) => one.unit === fact.unit && one.fact !== fact.fact);
      return { op, fact: other?.fact ?? '' };
    }
    default:
      return { op, value: number };
  }
}

interface TestInputProps {
  label: string;
  fact: Fact;
  facts: FactBook;
  test: Test;
  onChange: (test: Test) => void;
}

/** Operator and typed value of one condition. */
export function TestInput({ label, fact, facts, test, onChange }: TestInputProps) {
  const say = useText();
  const named = useNamed();
  const choices = (fact.choices ?? []).map(({ value, names }) => ({ value, label: named(names) }));
  const others = [...facts.values()]
    .filter((one) => one.unit === fact.unit && one.fact !== fact.fact)
    .map((one) => ({ value: one.fact, label: named(one.names) }));
  return (
    <Flex gap={4} align="center">
      {fact.unit !== 'flag' && (
        <Select
          aria-label={`${label} ${say('studio.op')}`}
          value={test.op}
          popupMatchSelectWidth={false}
          style={{ width: 84 }}
          options={opsFor(fact, facts).map((op) => ({ value: op, label: say(`studio.op.${op}`) }))}
          onChange={(op: Op) => onChange(withOp(test, op, fact, facts))}
        />
      )}
      {fact.unit === 'flag' ? (
        <Select
          aria-label={label}
          value={test.op === 'is' ? String(test.value) : test.op}
          style={{ width: 90 }}
          options={[
            ...['true', 'false'].map((value) => ({ value, label: say(value === 'true' ? 'yes' : 'no') })),
            ...(fact.mayMiss ? [{ value: 'missing', label: say('studio.op.missing') }] : []),
          ]}
          onChange={(next) =>
            onChange(next === 'missing' ? { op: 'missing' } : { op: 'is', value: next === 'true' })
          }
        />
      ) : 'values' in test ? (
        <Select
          aria-label={label}
          mode={fact.choices ? 'multiple' : 'tags'}
          value={test.values.map(String)}
          style={{ minWidth: 150 }}
          popupMatchSelectWidth={false}
          options={choices}
          onChange={(next) =>
            next.length > 0 && onChange({ ...test, values: isNumber(fact) ? next.map(Number) : next })
          }
        />
      ) : 'fact' in test ? (
        <Select
          aria-label={label}
          value={test.fact}
          style={{ minWidth: 150 }}
          popupMatchSelectWidth={false}
          options={others}
          onChange={(next) => onChange({ ...test, fact: next })}
        />
      ) : 'from' in test ? (
        <>
          <NumberInput
            label={`${label} ${say('studio.from')}`}
            fact={fact}
            value={test.from}
            onChange={(from) => onChange({ ...test, from })}
          />
          <span>–</span>
          <NumberInput
            label={`${label} ${say('studio.to')}`}
            fact={fact}
            value={test.to}
            onChange={(to) => onChange({ ...test, to })}
          />
        </>
      ) : 'value' in test && typeof test.value === 'number' ? (
        <NumberInput
          label={label}
          fact={fact}
          value={test.value}
          onChange={(value) => onChange({ ...test, value })}
        />
      ) : 'value' in test ? (
        <Select
          aria-label={label}
          value={String(test.value)}
          style={{ minWidth: 100 }}
          popupMatchSelectWidth={false}
          options={choices}
          onChange={(next) =>
            (test.op === 'is' || test.op === 'is_not') && onChange({ op: test.op, value: next })
          }
        />
      ) : null}
    </Flex>
  );
}

/** A number in the unit of its fact. */
export function NumberInput({
  label,
  fact,
  value,
  onChange,
}: {
  label: string;
  fact: Fact;
  value: number;
  onChange: (value: number) => void;
}) {
  const say = useText();
  const plain = { label, readOnly: false };
  if (fact.unit === 'money')
    return (
      <YuanInput
        {...plain}
        width={130}
        value={String(value)}
        onChange={(next) => onChange(Number(next ?? 0))}
      />
    );
  if (fact.unit === 'bps' || fact.unit === 'ppm' || fact.unit === 'percent') {
    const parts = fact.unit === 'bps' ? 100 : fact.unit === 'ppm' ? 10_000 : 1;
    return (
      <PercentInput
        {...plain}
        width={90}
        parts={parts}
        value={value}
        onChange={(next) => onChange(next ?? 0)}
      />
    );
  }
  const unit =
    fact.unit === 'months' || fact.unit === 'days' || fact.unit === 'years'
      ? say(`studio.unit.${fact.unit}`)
      : undefined;
  return (
    <WholeInput
      {...plain}
      width={unit === undefined ? 70 : 96}
      unit={unit}
      value={value}
      onChange={(next) => onChange(next ?? 0)}
    />
  );
}

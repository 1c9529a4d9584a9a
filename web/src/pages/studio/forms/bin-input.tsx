import { Flex, Select } from 'antd';
import { useNamed } from '../../../i18n/language';
import { useText } from '../../../i18n/use-text';
import type { Fact } from '../table/facts';
import { NumberInput } from '../table/test-input';
import type { Content } from '../use-policies';

type Points = Extract<Extract<Content, { kind: 'scorecard' }>['form'], { model: 'points' }>;
export type BinWhen = Points['variables'][number]['bins'][number]['when'];

interface BinInputProps {
  label: string;
  when: BinWhen;
  fact: Fact | undefined;
  readOnly: boolean;
  onChange: (when: BinWhen) => void;
}

/** What falls into a bin: from a value up to below another, some words, or what is missing. */
export function BinInput({ label, when, fact, readOnly, onChange }: BinInputProps) {
  const say = useText();
  const named = useNamed();
  const options =
    fact?.unit === 'flag'
      ? [
          { value: 'true', label: say('yes') },
          { value: 'false', label: say('no') },
        ]
      : (fact?.choices ?? []).map(({ value, names }) => ({ value, label: named(names) }));
  const kinds: BinWhen['kind'][] = options.length > 0 ? ['in', 'missing'] : ['range', 'missing'];
  const blank: Record<BinWhen['kind'], BinWhen> = {
    range: { kind: 'range', from: null, to: null },
    in: { kind: 'in', values: [options[0]?.value ?? ''] },
    missing: { kind: 'missing' },
  };
  const bound = (side: 'from' | 'to', value: number | null) => {
    if (!fact || when.kind !== 'range') return null;
    if (value === null)
      return (
        <Select
          aria-label={`${label} ${say(`studio.${side}`)}`}
          value="open"
          disabled={readOnly}
          style={{ width: 110 }}
          options={[
            { value: 'open', label: say('studio.bin.open') },
            { value: 'value', label: say('studio.bin.value') },
          ]}
          onChange={(next) => next === 'value' && onChange({ ...when, [side]: 0 })}
        />
      );
    return readOnly ? (
      <span>{value}</span>
    ) : (
      <Flex align="center">
        <NumberInput
          label={`${label} ${say(`studio.${side}`)}`}
          fact={fact}
          value={value}
          onChange={(next) => onChange({ ...when, [side]: next })}
        />
        <button
          type="button"
          className="clear"
          aria-label={`${label} ${say(`studio.${side}`)} ${say('studio.bin.open')}`}
          onClick={() => onChange({ ...when, [side]: null })}
        >
          ×
        </button>
      </Flex>
    );
  };
  return (
    <Flex gap={6} align="center" wrap>
      <Select
        aria-label={label}
        value={when.kind}
        disabled={readOnly}
        style={{ width: 104 }}
        options={kinds.map((kind) => ({ value: kind, label: say(`studio.bin.${kind}`) }))}
        onChange={(kind) => onChange(blank[kind])}
      />
      {when.kind === 'range' && (
        <>
          {bound('from', when.from)}
          <span>{say('studio.bin.upTo')}</span>
          {bound('to', when.to)}
        </>
      )}
      {when.kind === 'in' && (
        <Select
          aria-label={`${label} ${say('studio.bin.in')}`}
          mode="multiple"
          value={when.values}
          disabled={readOnly}
          style={{ minWidth: 180 }}
          options={options}
          onChange={(values) => values.length > 0 && onChange({ kind: 'in', values })}
        />
      )}
    </Flex>
  );
}

import { DatePicker, Input, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { useText, useWord } from '../../../i18n/use-text';
import { usePolicyNames } from '../use-policies';
import { PercentInput, WholeInput, YuanInput } from './amounts';
import type { Field } from './field';
import { at, isEntry, type Json, put } from './json';
import { SharesInput } from './shares-input';

interface FieldInputProps {
  field: Field;
  form: Json;
  label: string;
  readOnly: boolean;
  onChange: (form: Json) => void;
}

/** The input of one field, by the kind of its value. */
export function FieldInput({ field, form, label, readOnly, onChange }: FieldInputProps) {
  const say = useText();
  const word = useWord();
  const names = usePolicyNames();
  const { kind, path } = field;
  const value = at(form, path);
  const set = (next: Json | undefined) => onChange(put(form, path, next));
  const number = typeof value === 'number' ? value : null;
  const plain = { label, readOnly };
  const list = Array.isArray(value) ? value.map(String) : [];
  switch (kind.as) {
    case 'money':
      return (
        <YuanInput
          {...plain}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => set(next ?? (field.optional ? undefined : '0'))}
        />
      );
    case 'bps':
      return <PercentInput {...plain} parts={100} value={number} onChange={(next) => set(next ?? 0)} />;
    case 'ppm':
      return <PercentInput {...plain} parts={10_000} value={number} onChange={(next) => set(next ?? 0)} />;
    case 'int':
      return (
        <WholeInput
          {...plain}
          value={number}
          unit={kind.unit && say(kind.unit)}
          max={kind.max}
          {...(kind.min !== undefined && { min: kind.min })}
          onChange={(next) => set(next ?? (field.optional ? null : (kind.min ?? 0)))}
        />
      );
    case 'decimal':
    case 'text':
      return (
        <Input
          aria-label={label}
          value={typeof value === 'string' ? value : ''}
          disabled={readOnly}
          maxLength={kind.as === 'text' ? 200 : 20}
          style={{ width: kind.as === 'text' ? 200 : 110 }}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'named':
      return (
        <span className="both-names">
          {(['zh', 'en'] as const).map((language) => (
            <Input
              key={language}
              aria-label={`${label} (${say(`studio.in.${language}`)})`}
              prefix={say(`studio.in.${language}`)}
              value={isEntry(value) ? String(value[language] ?? '') : ''}
              disabled={readOnly}
              onChange={(event) => onChange(put(form, `${path}.${language}`, event.target.value))}
            />
          ))}
        </span>
      );
    case 'day':
      return (
        <DatePicker
          aria-label={label}
          value={typeof value === 'string' ? dayjs(value) : null}
          allowClear={field.optional ?? false}
          disabled={readOnly}
          onChange={(next) => set(next === null ? null : next.format('YYYY-MM-DD'))}
        />
      );
    case 'months-list':
      return (
        <Select
          aria-label={label}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', ' ', '、']}
          value={list}
          disabled={readOnly}
          style={{ minWidth: 200, maxWidth: '100%' }}
          onChange={(next) =>
            set(
              [...new Set(next.map(Number).filter((months) => Number.isInteger(months) && months > 0))].sort(
                (a, b) => a - b,
              ),
            )
          }
        />
      );
    case 'shares':
      return (
        <SharesInput
          {...plain}
          value={Array.isArray(value) ? value.map(Number) : []}
          onChange={(next) => set(next)}
        />
      );
    case 'flag':
      return <Switch aria-label={label} checked={value === true} disabled={readOnly} onChange={set} />;
    case 'choice':
    case 'policy':
      return (
        <Select
          aria-label={label}
          value={typeof value === 'string' || typeof value === 'number' ? String(value) : null}
          disabled={readOnly}
          style={{ minWidth: 200, maxWidth: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          options={
            kind.as === 'policy'
              ? names.optionsOf(kind.kind)
              : kind.values.map((one) => ({ value: one, label: word(kind.group, one) }))
          }
          onChange={(next) => set(typeof value === 'number' ? Number(next) : next)}
        />
      );
    case 'choices':
    case 'policies':
    case 'words':
      return (
        <Select
          aria-label={label}
          mode={kind.as === 'words' ? 'tags' : 'multiple'}
          showSearch={{ optionFilterProp: 'label' }}
          value={list}
          disabled={readOnly}
          style={{ minWidth: 200, maxWidth: '100%' }}
          options={
            kind.as === 'policies'
              ? names.optionsOf(kind.kind)
              : (kind.as === 'words' ? kind.known : kind.values).map((one) => ({
                  value: one,
                  label: word(kind.group, one),
                }))
          }
          onChange={(next) => set(next.length === 0 && field.optional ? undefined : next)}
        />
      );
    case 'variant':
      return (
        <Select
          aria-label={label}
          value={isEntry(value) ? String(value[kind.tag] ?? '') : null}
          disabled={readOnly}
          style={{ minWidth: 200 }}
          options={Object.keys(kind.templates).map((one) => ({ value: one, label: word(kind.group, one) }))}
          onChange={(next) => set(kind.templates[next])}
        />
      );
  }
}

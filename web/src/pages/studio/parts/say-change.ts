import { useLanguage } from '../../../i18n/language';
import { useText, useWord } from '../../../i18n/use-text';
import { useCurrency } from '../../../ui/currency';
import type { Field, Group } from '../fields/field';
import { isEntry, type Json } from '../fields/json';
import { GROUPS } from '../forms/content-form';
import { CEILING_GROUP, CUT_OFFS, LEVEL_FIELDS, RATIO_GROUPS, SCALE_FIELDS } from '../forms/plain-specs';
import { type Clause, type FactBook, type Row, type Test, useRuleWords } from '../table/facts';
import { outputKey } from '../table/rule-grid';
import { type Content, usePolicyNames } from '../use-policies';
import type { Change } from './use-changes';

/** What changed in words: where, what it was, what it is. */
export interface SaidChange {
  key: string;
  kind: Change['kind'];
  where: string;
  before: string;
  after: string;
}

const fieldsOf = (groups: readonly Group[]): Field[] =>
  groups.flatMap(({ fields = [], list }) => [...fields, ...(list?.fields ?? [])]);
const FURTHER: readonly Field[] = [
  ...LEVEL_FIELDS,
  ...fieldsOf([CEILING_GROUP, CUT_OFFS, ...RATIO_GROUPS]),
  ...SCALE_FIELDS,
];

/** Says changes in the reader's words; values in their units. */
export function useSayChange(kind: Content['kind'], facts: FactBook) {
  const say = useText();
  const word = useWord();
  const money = useCurrency();
  const language = useLanguage();
  const words = useRuleWords(facts);
  const names = usePolicyNames();
  const fields = [...fieldsOf(GROUPS[kind] ?? []), ...FURTHER];

  const rowText = ({ when, give }: Row): string => {
    const asked = when.map((clause) => words.clause(clause)).join(say('studio.and'));
    const given = Object.entries(give).map(
      ([name, value]) => `${say(outputKey(name))} ${words.output(name, value)}`,
    );
    return `${asked || say('studio.any')} → ${given.join(language === 'en' ? ', ' : ',')}`;
  };

  const fieldText = (field: Field | undefined, value: Json): string => {
    if (value === null || value === undefined) return '—';
    if (Array.isArray(value))
      return value.map((one) => fieldText(field, one)).join(language === 'en' ? ', ' : '、');
    if (isEntry(value)) {
      const inner = Object.entries(value).map(([key, one]) => {
        const known = byName(key);
        return `${known ? say(known.label) : word('studioKey', key)} ${fieldText(known, one)}`;
      });
      return inner.join(language === 'en' ? '; ' : ';');
    }
    const by = field?.kind;
    if (by?.as === 'money' && typeof value === 'string') return money.amount(value);
    if (by?.as === 'bps' && typeof value === 'number') return `${(value / 100).toFixed(2)}%`;
    if ((by?.as === 'ppm' || by?.as === 'shares') && typeof value === 'number') return `${value / 10_000}%`;
    if (by?.as === 'int' && by.unit) return `${value} ${say(by.unit)}`;
    if (by?.as === 'policy' || by?.as === 'policies') return names.nameOf(by.kind, String(value));
    if (by && 'group' in by) return word(by.group, String(value));
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    return String(value);
  };
  const byName = (name: string): Field | undefined =>
    fields.find(({ path }) => path === name) ?? fields.find(({ path }) => path.endsWith(`.${name}`));

  const tableChange = ({ kind: how, path, before, after }: Change): Omit<SaidChange, 'key' | 'kind'> => {
    const [, , row = '', part, cell = '', leaf] = path;
    const where = say('studio.change.row', { row });
    const text = (value: unknown, tell: (value: never) => string) =>
      value === null ? '—' : tell(value as never);
    if (how === 'moved')
      return {
        where: say('studio.change.order'),
        before: (before as string[]).join(' → '),
        after: (after as string[]).join(' → '),
      };
    if (part === undefined) return { where, before: text(before, rowText), after: text(after, rowText) };
    if (part === 'give') {
      const tell = (value: string | number) => words.output(cell, value);
      return {
        where: `${where} · ${say(outputKey(cell))}`,
        before: text(before, tell),
        after: text(after, tell),
      };
    }
    if (part === 'when') {
      const fact = cell.replace(/#\d+$/, '');
      const tell = (value: Clause | Test) => ('op' in value ? words.test(fact, value) : words.clause(value));
      const whole = leaf === undefined && how === 'changed';
      return {
        where: `${where} · ${whole ? say('studio.conditions') : words.factName(fact)}`,
        before: text(before, tell),
        after: text(after, tell),
      };
    }
    return {
      where: `${where} · ${say('studio.note')}`,
      before: text(before, String),
      after: text(after, String),
    };
  };

  const plainChange = ({ path, before, after }: Change): Omit<SaidChange, 'key' | 'kind'> => {
    const dotted = path.join('.');
    const found = fields.find(({ path: one }) => dotted === one || dotted.startsWith(`${one}.`));
    const leaf = [...path]
      .reverse()
      .map(byName)
      .find((one) => one !== undefined);
    const field = found ?? leaf;
    const entries = path.filter(
      (step) => byName(step) === undefined && !dotted.startsWith(field?.path ?? '\0'),
    );
    const inside = entries.filter((step) => !STRUCTURE.has(step)).map((step) => word('studioKey', step));
    return {
      where:
        [...inside, ...(field ? [say(field.label)] : [])].join(' · ') || word('studioKey', path.at(-1) ?? ''),
      before: fieldText(field, before as Json),
      after: fieldText(field, after as Json),
    };
  };

  return (change: Change): SaidChange => ({
    key: `${change.kind}/${change.path.join('/')}`,
    kind: change.kind,
    ...(change.path[0] === 'table' && change.path[1] === 'rows' ? tableChange(change) : plainChange(change)),
  });
}

/** Names of lists that say nothing beside the entry they hold. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'items',
  'rows',
  'fees',
  'customTables',
  'allocation',
  'variables',
  'bins',
  'grades',
  'routes',
  'levels',
  'ceilings',
  'table',
  'columns',
  'ratios',
  'qualities',
  'overrides',
]);
